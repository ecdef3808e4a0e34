import type * as Y from 'yjs'
import { ownMove, taskKey } from '../plan-doc.ts'
import type { TaskStatus } from '../vocabulary.ts'
import { requireTask } from './require-task.ts'
import { requireStatus } from './require-task-parts.ts'
import { writeIfChanged } from './write-if-changed.ts'

/** Sets how far a task is. Throws `badInput`, `unknownTask`. */
export function setTaskStatus(
  doc: Y.Doc,
  input: { taskId: string; status: TaskStatus },
  origin: unknown = ownMove,
): void {
  const task = requireTask(doc, input.taskId)
  writeIfChanged(doc, task, { [taskKey.status]: requireStatus(input.status) }, origin)
}
