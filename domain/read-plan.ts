import type * as Y from 'yjs'
import type { PlanView } from './plan-view.ts'
import { readAssignments } from './read-assignments.ts'
import { readTasks } from './read-tasks.ts'

/**
 * The way back: makes a valid view of any document, also one that a hostile or older client wrote. What
 * cannot be read is left out, never thrown. Equal documents give equal views, in equal order.
 */
export function readPlan(doc: Y.Doc): PlanView {
  const tasks = readTasks(doc)
  return {
    assignments: readAssignments(doc),
    tasks: tasks.filter((task) => !task.removed).map((task) => task.view),
    removedTasks: tasks.filter((task) => task.removed).map((task) => task.view),
  }
}
