import type * as Y from 'yjs'
import { ownMove, taskKey } from '../plan-doc.ts'
import { placeInOrder } from './place-in-order.ts'
import { badInput } from './require-input.ts'
import { requireTask } from './require-task.ts'

/** Puts a task behind another one; null puts it first. Throws `badInput` (behind itself), `unknownTask`. */
export function moveTask(
  doc: Y.Doc,
  input: { taskId: string; afterId: string | null },
  origin: unknown = ownMove,
): void {
  const task = requireTask(doc, input.taskId)
  if (input.afterId === input.taskId) throw badInput('afterId')
  if (input.afterId !== null) requireTask(doc, input.afterId)
  doc.transact(() => {
    task.set(taskKey.order, placeInOrder(doc, input.afterId, input.taskId))
  }, origin)
}
