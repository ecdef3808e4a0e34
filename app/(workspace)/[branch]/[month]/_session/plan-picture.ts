import * as Y from 'yjs'
import { type ProsePart, proseOf, proseParts } from '#domain/plan-doc.ts'
import type { PlanView } from '#domain/plan-view.ts'
import { readPlan } from '#domain/read-plan.ts'

/** What a document says at one moment, in plain values: places, tasks, and each prose part by paragraphs. */
export interface PlanPicture {
  view: PlanView
  prose: Readonly<Record<ProsePart, readonly string[]>>
}

export function takePicture(doc: Y.Doc, view: PlanView = readPlan(doc)): PlanPicture {
  const [review, focus, organisation] = proseParts
  return {
    view,
    prose: {
      [review]: paragraphsOf(proseOf(doc, review)),
      [focus]: paragraphsOf(proseOf(doc, focus)),
      [organisation]: paragraphsOf(proseOf(doc, organisation)),
    },
  }
}

/** The words of each block that holds text, without their formatting; empty blocks are left out. */
function paragraphsOf(node: Y.XmlFragment): string[] {
  const found: string[] = []
  let own = ''
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) own += textOf(child)
    else if (child instanceof Y.XmlElement) found.push(...paragraphsOf(child))
  }
  if (own.trim() !== '') found.unshift(own.trim())
  return found
}

function textOf(text: Y.XmlText): string {
  return text
    .toDelta()
    .map((piece: { insert: unknown }) => (typeof piece.insert === 'string' ? piece.insert : ''))
    .join('')
}
