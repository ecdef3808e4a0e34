import type * as Y from 'yjs'
import { DomainError } from '../errors.ts'
import { ownMove, tasksOf } from '../plan-doc.ts'
import { planLimits } from '../plan-limits.ts'
import type { TaskPlace } from '../plan-view.ts'
import { newTask } from './new-task.ts'
import { placeInOrder } from './place-in-order.ts'
import { badInput, requireId } from './require-input.ts'
import {
  requireDoers,
  requireDue,
  requireField,
  requirePlace,
  requireTitle,
} from './require-task-parts.ts'

export interface NewTask {
  id: string
  title: string
  field?: string | null
  place?: TaskPlace | null
  due?: string | null
  doers?: readonly string[]
  coDoers?: readonly string[]
  /** The task it stands after; null puts it first, nothing puts it last. */
  afterId?: string | null
}

/**
 * Adds a task (SPEC T1). An empty title is allowed: a row is added first and written into afterwards.
 * Throws `badInput` (an id that is taken included), `titleTooLong`, `tooManyTasks`, `unknownTask` for `afterId`.
 */
export function addTask(doc: Y.Doc, input: NewTask, origin: unknown = ownMove): void {
  const tasks = tasksOf(doc)
  const id = requireId(input.id, 'id')
  if (tasks.has(id)) throw badInput('id')
  if (tasks.size >= planLimits.tasks) {
    throw new DomainError('tooManyTasks', { most: planLimits.tasks })
  }
  const shape = {
    title: requireTitle(input.title),
    field: requireField(input.field ?? null),
    ...requireDoers(input.doers ?? [], input.coDoers ?? []),
    place: requirePlace(input.place ?? null),
    due: requireDue(input.due ?? null),
    status: 'todo',
    carriedFrom: null,
    removed: false,
  } as const
  doc.transact(() => {
    const order = placeInOrder(doc, input.afterId)
    tasks.set(id, newTask({ ...shape, order }))
  }, origin)
}
