import type * as Y from 'yjs'
import { ownMove, taskKey } from '../plan-doc.ts'
import { requireTask } from './require-task.ts'
import { writeIfChanged } from './write-if-changed.ts'

/** Brings a removed task back to its old place in the list. Throws `badInput`, `unknownTask`. */
export function restoreTask(
  doc: Y.Doc,
  input: { taskId: string },
  origin: unknown = ownMove,
): void {
  writeIfChanged(doc, requireTask(doc, input.taskId), { [taskKey.removed]: false }, origin)
}
