import type * as Y from 'yjs'
import { ownMove, taskKey } from '../plan-doc.ts'
import { requireTask } from './require-task.ts'
import { writeIfChanged } from './write-if-changed.ts'

/**
 * Takes a task out of the plan without destroying it: it stays among the removed ones, with whatever others
 * write into it meanwhile, and can be restored (SPEC T4). Throws `badInput`, `unknownTask`.
 */
export function removeTask(doc: Y.Doc, input: { taskId: string }, origin: unknown = ownMove): void {
  writeIfChanged(doc, requireTask(doc, input.taskId), { [taskKey.removed]: true }, origin)
}
