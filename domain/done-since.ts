import type { TaskView } from './plan-view.ts'
import type { MonthBefore } from './record/record-desk.ts'

/**
 * Tasks of a plan that it carries on although the month they come from calls them done by now, with what was achieved
 * there (SPEC C6). Nothing is removed by itself.
 */
export function doneSince(
  tasks: readonly TaskView[],
  before: MonthBefore | null,
): ReadonlyMap<string, { month: string; result: string }> {
  const done = new Map<string, { month: string; result: string }>()
  for (const { id, carriedFrom, status } of tasks) {
    if (before === null || carriedFrom?.month !== before.month || status === 'done') continue
    const origin = before.tasks.find((task) => task.id === carriedFrom.taskId)
    if (origin?.status === 'done') done.set(id, { month: before.month, result: origin.result })
  }
  return done
}
