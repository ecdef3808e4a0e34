import { useRef } from 'react'
import type { TaskView } from '#domain/plan-view.ts'
import { keepSame } from '../_session/keep-same.ts'

/**
 * The same tasks in the same order, each of them the very object of the last render unless something in it
 * changed: a letter typed into one task must not draw the rows of the others again.
 */
export function useSteadyTasks(tasks: readonly TaskView[]): readonly TaskView[] {
  const kept = useRef<ReadonlyMap<string, TaskView>>(new Map())
  kept.current = keepSame(kept.current, new Map(tasks.map((task) => [task.id, task])))
  return tasks.map((task) => kept.current.get(task.id) ?? task)
}
