import type * as Y from 'yjs'
import { ownMove } from '../plan-doc.ts'
import { requireTask } from './require-task.ts'
import { requireDoers } from './require-task-parts.ts'
import { writeIfChanged } from './write-if-changed.ts'

/** Sets who does a task and who helps; nobody is in both lists. Throws `badInput`, `unknownTask`. */
export function setTaskDoers(
  doc: Y.Doc,
  input: { taskId: string; doers: readonly string[]; coDoers: readonly string[] },
  origin: unknown = ownMove,
): void {
  const task = requireTask(doc, input.taskId)
  writeIfChanged(doc, task, requireDoers(input.doers, input.coDoers), origin)
}
