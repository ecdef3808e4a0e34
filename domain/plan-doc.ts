import * as Y from 'yjs'
import type { CarriedFrom, Target, TaskPlace } from './plan-view.ts'
import type { TaskStatus } from './vocabulary.ts'

/**
 * The plan's document: every root and key inside it is spelled here and nowhere else.
 *
 * - `assignments`: Y.Map, key `<memberId>.<n>` with n the lowest free number, value a plain
 *   `{ memberId, target }`. A move rewrites its slot, so two people who move one member at once end with
 *   one place, not two.
 * - `tasks`: Y.Map, key task id, value a Y.Map with the keys of `taskKey`.
 * - `review`, `focus`, `organisation`: Y.XmlFragment, the prose.
 */
export const rootName = {
  assignments: 'assignments',
  tasks: 'tasks',
  review: 'review',
  focus: 'focus',
  organisation: 'organisation',
} as const

export const proseParts = [rootName.review, rootName.focus, rootName.organisation] as const
export type ProsePart = (typeof proseParts)[number]

export const taskKey = {
  title: 'title',
  field: 'field',
  doers: 'doers',
  coDoers: 'coDoers',
  place: 'place',
  due: 'due',
  status: 'status',
  result: 'result',
  carriedFrom: 'carriedFrom',
  order: 'order',
  removed: 'removed',
} as const

/** The value of a slot. */
export interface Slot {
  memberId: string
  target: Target
}

/** What a task's Y.Map holds; title and result are shared texts, everything else is replaced whole. */
export interface TaskShape {
  title: Y.Text
  field: string | null
  doers: string[]
  coDoers: string[]
  place: TaskPlace | null
  due: string | null
  status: TaskStatus
  result: Y.Text
  carriedFrom: CarriedFrom | null
  order: string
  removed: boolean
}

export function assignmentsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(rootName.assignments)
}

export function tasksOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(rootName.tasks)
}

export function proseOf(doc: Y.Doc, part: ProsePart): Y.XmlFragment {
  return doc.getXmlFragment(part)
}

/** An empty plan document. Collecting garbage stays on: history is read from the log, not from tombstones. */
export function newPlanDoc(): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  doc.on('afterTransaction', addNothing)
  return doc
}

/**
 * Yjs tidies formatting marks up after changes from elsewhere, by deletions of its own. Each browser would send
 * them, also those of people who may only look, and would count them as work of theirs.
 */
function addNothing(transaction: Y.Transaction): void {
  if (!transaction.local) transaction._needFormattingCleanup = false
}

/** Did an update come whose dependencies are missing? Committed rows never leave any. */
export function hasGap(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}

/** Origin of a person's own commands on the board, the only one that undo and redo follow. */
export const ownMove = Symbol('own move')
