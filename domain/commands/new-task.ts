import * as Y from 'yjs'
import { type TaskShape, taskKey } from '../plan-doc.ts'

/** A new task's map, every key of it set; it comes alive when it is put into the document. */
export function newTask(
  shape: Omit<TaskShape, 'title' | 'result'> & { title: string },
): Y.Map<unknown> {
  return new Y.Map<unknown>([
    [taskKey.title, new Y.Text(shape.title)],
    [taskKey.field, shape.field],
    [taskKey.doers, shape.doers],
    [taskKey.coDoers, shape.coDoers],
    [taskKey.place, shape.place],
    [taskKey.due, shape.due],
    [taskKey.status, shape.status],
    [taskKey.result, new Y.Text()],
    [taskKey.carriedFrom, shape.carriedFrom],
    [taskKey.order, shape.order],
    [taskKey.removed, shape.removed],
  ])
}
