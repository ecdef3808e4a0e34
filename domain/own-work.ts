import type { PlanView, Target, TaskView } from './plan-view.ts'

/** What one member has to do in a plan. */
export interface OwnWork {
  places: readonly Target[]
  /** Those that they do or help with, in the plan's order. */
  tasks: readonly TaskView[]
}

/** The places and tasks of one member (SPEC Q43). */
export function ownWork(plan: PlanView, memberId: string): OwnWork {
  return {
    places: plan.assignments
      .filter((assignment) => assignment.memberId === memberId)
      .map(({ target }) => target),
    tasks: plan.tasks.filter(
      ({ doers, coDoers }) => doers.includes(memberId) || coDoers.includes(memberId),
    ),
  }
}
