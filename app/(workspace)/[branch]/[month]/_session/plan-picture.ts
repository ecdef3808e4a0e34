import type * as Y from 'yjs'
import { type ProsePart, proseParts } from '#domain/plan-doc.ts'
import type { PlanView } from '#domain/plan-view.ts'
import { proseParagraphs } from '#domain/prose-text.ts'

/** What a document says at one moment, in plain values: places, tasks, and each prose part by paragraphs. */
export interface PlanPicture {
  view: PlanView
  prose: Readonly<Record<ProsePart, readonly string[]>>
}

/** `view` is what `readPlan` makes of the same document now. */
export function takePicture(doc: Y.Doc, view: PlanView): PlanPicture {
  const [review, focus, organisation] = proseParts
  const written = (part: ProsePart) =>
    proseParagraphs(doc, part).filter((paragraph) => paragraph.trim() !== '')
  return {
    view,
    prose: {
      [review]: written(review),
      [focus]: written(focus),
      [organisation]: written(organisation),
    },
  }
}
