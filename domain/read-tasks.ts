import type * as Y from 'yjs'
import { rootName } from './plan-doc.ts'
import { type OrderedTask, readTask } from './read-task.ts'
import { mapRoot } from './roots.ts'

/** Every task, removed ones too, in the plan's order: by order key, ties by id, tasks without a valid key last. */
export function readTasks(doc: Y.Doc): OrderedTask[] {
  const tasks: OrderedTask[] = []
  mapRoot(doc, rootName.tasks)?.forEach((value, key) => {
    const task = readTask(key, value)
    if (task !== null) tasks.push(task)
  })
  return tasks.sort(compareTasks)
}

function compareTasks(a: OrderedTask, b: OrderedTask): number {
  if (a.order === b.order) return a.view.id < b.view.id ? -1 : 1
  if (a.order === null || b.order === null) return a.order === null ? 1 : -1
  return a.order < b.order ? -1 : 1
}
