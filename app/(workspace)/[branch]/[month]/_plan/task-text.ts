import type * as Y from 'yjs'
import { readPlan } from '#domain/read-plan.ts'

/** What a task's title or result says at this moment; empty when the task is gone. */
export function taskText(doc: Y.Doc, taskId: string, key: 'title' | 'result'): string {
  const { tasks, removedTasks } = readPlan(doc)
  const isIt = ({ id }: { id: string }) => id === taskId
  return (tasks.find(isIt) ?? removedTasks.find(isIt))?.[key] ?? ''
}
