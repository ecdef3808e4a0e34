import type * as Y from 'yjs'
import { ownMove, taskKey } from '../plan-doc.ts'
import type { TaskPlace } from '../plan-view.ts'
import { requireTask } from './require-task.ts'
import { requirePlace } from './require-task-parts.ts'
import { writeIfChanged } from './write-if-changed.ts'

/** Sets where a task is done: some groups, one hamlet, or null. Throws `badInput`, `unknownTask`. */
export function setTaskPlace(
  doc: Y.Doc,
  input: { taskId: string; place: TaskPlace | null },
  origin: unknown = ownMove,
): void {
  const task = requireTask(doc, input.taskId)
  writeIfChanged(doc, task, { [taskKey.place]: requirePlace(input.place) }, origin)
}
