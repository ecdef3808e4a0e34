import * as Y from 'yjs'
import { cleanText } from '../clean-text.ts'
import { rootName } from '../plan-doc.ts'
import type { Target } from '../plan-view.ts'
import { readAssignments } from '../read-assignments.ts'
import { type OrderedTask, readTask } from '../read-task.ts'
import { mapRoot } from '../roots.ts'
import type { PlanElement } from './plan-element.ts'

/** What an element of a plan is at one moment; null where there is none. */
export type ElementValue =
  | { kind: 'places'; targets: readonly Target[] }
  | { kind: 'task'; task: OrderedTask | null }
  | { kind: 'block'; block: BlockValue | null }

export interface BlockValue {
  text: string
  /** What it is besides its letters: heading or paragraph, bold or not. Only good to be compared. */
  look: string
}

/** Most letters of a paragraph that history tells of. */
const mostText = 2_000

/** Reads an element of a document, without changing it. */
export function readElement(doc: Y.Doc, element: PlanElement): ElementValue {
  return elementReader(doc)(element)
}

/** Reads many elements of a document that stays as it is meanwhile: everybody's places are gone through once. */
export function elementReader(doc: Y.Doc): (element: PlanElement) => ElementValue {
  let places: ReadonlyMap<string, readonly Target[]> | null = null
  return (element) => {
    if (element.kind === 'places') {
      places ??= placesByMember(doc)
      return { kind: 'places', targets: places.get(element.memberId) ?? [] }
    }
    if (element.kind === 'task') {
      const { taskId } = element
      return { kind: 'task', task: readTask(taskId, mapRoot(doc, rootName.tasks)?.get(taskId)) }
    }
    return { kind: 'block', block: readBlock(doc, element.id) }
  }
}

function placesByMember(doc: Y.Doc): Map<string, Target[]> {
  const places = new Map<string, Target[]>()
  for (const { memberId, target } of readAssignments(doc)) {
    const own = places.get(memberId)
    if (own) own.push(target)
    else places.set(memberId, [target])
  }
  return places
}

function readBlock(doc: Y.Doc, id: Y.ID): BlockValue | null {
  if (Y.getState(doc.store, id.client) <= id.clock) return null
  const item: unknown = Y.getItem(doc.store, id)
  if (!(item instanceof Y.Item) || item.deleted) return null
  if (!(item.content instanceof Y.ContentType)) return null
  const runs = runsOf(item.content.type)
  const look = [
    ...holdersOf(item),
    ...runs.map(({ text, marks }) => (text === '' ? '' : `${text.length}${marks}`)),
  ]
  const text = runs.map((run) => run.text).join('')
  return { text: cleanText(text, mostText).trim(), look: look.join('/') }
}

interface Run {
  text: string
  marks: string
}

function runsOf(type: unknown): Run[] {
  if (type instanceof Y.XmlText) {
    const delta: { insert?: unknown; attributes?: object }[] = type.toDelta()
    return delta.map(({ insert, attributes }) => ({
      text: typeof insert === 'string' ? insert : '',
      marks: Object.keys(attributes ?? {}).join(),
    }))
  }
  if (!(type instanceof Y.XmlElement)) return []
  if (type.nodeName === 'hardBreak') return [{ text: '\n', marks: '' }]
  return type.toArray().flatMap(runsOf)
}

/** What it stands in, from itself outwards: a paragraph of a list of a list. */
function holdersOf(item: Y.Item): string[] {
  const names: string[] = []
  for (let at: Y.Item | null = item; at !== null; ) {
    const type = at.content instanceof Y.ContentType ? at.content.type : null
    if (type instanceof Y.XmlElement) {
      const level: unknown = type.getAttribute('level')
      names.push(`${type.nodeName}${typeof level === 'number' ? level : ''}`)
    }
    at = at.parent instanceof Y.AbstractType ? at.parent._item : null
  }
  return names
}
