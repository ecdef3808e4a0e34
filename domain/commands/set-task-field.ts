import type * as Y from 'yjs'
import { ownMove, taskKey } from '../plan-doc.ts'
import { requireTask } from './require-task.ts'
import { requireField } from './require-task-parts.ts'
import { writeIfChanged } from './write-if-changed.ts'

/** Sets the field of work that a task belongs to; null for none. Throws `badInput`, `unknownTask`. */
export function setTaskField(
  doc: Y.Doc,
  input: { taskId: string; field: string | null },
  origin: unknown = ownMove,
): void {
  const task = requireTask(doc, input.taskId)
  writeIfChanged(doc, task, { [taskKey.field]: requireField(input.field) }, origin)
}
