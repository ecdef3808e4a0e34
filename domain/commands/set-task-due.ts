import type * as Y from 'yjs'
import { ownMove, taskKey } from '../plan-doc.ts'
import { requireTask } from './require-task.ts'
import { requireDue } from './require-task-parts.ts'
import { writeIfChanged } from './write-if-changed.ts'

/** Sets the day a task is due, yyyy-mm-dd, or null. Throws `badInput`, `unknownTask`. */
export function setTaskDue(
  doc: Y.Doc,
  input: { taskId: string; due: string | null },
  origin: unknown = ownMove,
): void {
  const task = requireTask(doc, input.taskId)
  writeIfChanged(doc, task, { [taskKey.due]: requireDue(input.due) }, origin)
}
