import type { HistoryEntry } from '../history/plan-change.ts'
import type { PlanView, Target, TaskView } from '../plan-view.ts'
import { isSameTarget } from '../target.ts'

/** What a member has now and did not have before, each with who gave it; null when nobody is known to have. */
export interface NewWork {
  memberId: string
  places: readonly { target: Target; by: string | null }[]
  tasks: readonly { taskId: string; title: string; by: string | null }[]
}

/**
 * The difference between two moments of a plan, for each member who got something: what came and went in between is
 * nothing. `changes` are those of the time between, the newest first; they say who did it.
 */
export function newlyAssigned(
  before: PlanView,
  after: PlanView,
  changes: readonly HistoryEntry[],
): NewWork[] {
  const members = new Set([
    ...after.assignments.map(({ memberId }) => memberId),
    ...after.tasks.flatMap(peopleOf),
  ])
  const work = [...members].map((memberId): NewWork => {
    const had = targetsOf(before, memberId)
    const known = new Set(tasksOf(before, memberId).map(({ id }) => id))
    return {
      memberId,
      places: targetsOf(after, memberId)
        .filter((target) => !had.some((other) => isSameTarget(other, target)))
        .map((target) => ({ target, by: giverOfPlace(changes, memberId, target) })),
      tasks: tasksOf(after, memberId)
        .filter(({ id }) => !known.has(id))
        .map(({ id, title }) => ({ taskId: id, title, by: giverOfTask(changes, memberId, id) })),
    }
  })
  return work.filter(({ places, tasks }) => places.length + tasks.length > 0)
}

export function targetsOf(view: PlanView, memberId: string): Target[] {
  return view.assignments.filter((each) => each.memberId === memberId).map(({ target }) => target)
}

export function tasksOf(view: PlanView, memberId: string): TaskView[] {
  return view.tasks.filter((task) => peopleOf(task).includes(memberId))
}

function peopleOf(task: TaskView): string[] {
  return [...task.doers, ...task.coDoers]
}

function giverOfPlace(
  changes: readonly HistoryEntry[],
  memberId: string,
  target: Target,
): string | null {
  const entry = changes.find(
    ({ change }) =>
      change.kind === 'places' &&
      change.memberId === memberId &&
      change.to.some((other) => isSameTarget(other, target)),
  )
  return entry?.personId ?? null
}

function giverOfTask(
  changes: readonly HistoryEntry[],
  memberId: string,
  taskId: string,
): string | null {
  const entry = changes.find(
    ({ change }) =>
      change.kind === 'task' &&
      change.taskId === taskId &&
      (change.how === 'restored' || change.fields.some((field) => bringsIn(field, memberId))),
  )
  return entry?.personId ?? null
}

function bringsIn(field: { field: string; to: unknown }, memberId: string): boolean {
  const isPeople = field.field === 'doers' || field.field === 'coDoers'
  return isPeople && Array.isArray(field.to) && field.to.includes(memberId)
}
