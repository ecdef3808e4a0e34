import type { PlanView, Target, TaskPlace, TaskView } from './plan-view.ts'

/** What still exists when the new month begins. */
export interface CarryOverContext {
  /** The month that the plan before was made for, yyyy-mm. */
  month: string
  memberIds: Iterable<string>
  groupIds: Iterable<string>
  hamletIds: Iterable<string>
}

/** What the month before hands on. */
export interface CarriedOver {
  assignments: { memberId: string; target: Target }[]
  /** In their old order; ids are given anew by whoever writes them. */
  tasks: Omit<TaskView, 'id' | 'result' | 'due'>[]
}

/**
 * The standing assignments and the unfinished tasks of the month before (SPEC C1 to C3). Members, groups and
 * hamlets that are gone are left out; results and due days belong to their own month.
 */
export function carryOver(previous: PlanView, context: CarryOverContext): CarriedOver {
  const members = new Set(context.memberIds)
  const groups = new Set(context.groupIds)
  const hamlets = new Set(context.hamletIds)
  const stands = (target: Target) =>
    target.kind === 'group' ? groups.has(target.id) : hamlets.has(target.id)
  const placeNow = (place: TaskPlace | null): TaskPlace | null => {
    if (place === null) return null
    if (place.kind === 'hamlet') return hamlets.has(place.id) ? place : null
    const ids = place.ids.filter((id) => groups.has(id))
    return ids.length > 0 ? { kind: 'groups', ids } : null
  }
  return {
    assignments: previous.assignments
      .filter(({ memberId, target }) => members.has(memberId) && stands(target))
      .map(({ memberId, target }) => ({ memberId, target })),
    tasks: previous.tasks
      .filter((task) => task.status !== 'done')
      .map((task) => ({
        title: task.title,
        field: task.field,
        doers: task.doers.filter((id) => members.has(id)),
        coDoers: task.coDoers.filter((id) => members.has(id)),
        place: placeNow(task.place),
        // What was given up on starts afresh; what was begun stays begun.
        status: task.status === 'doing' ? 'doing' : 'todo',
        carriedFrom: {
          month: context.month,
          taskId: task.id,
          times: (task.carriedFrom?.times ?? 0) + 1,
        },
      })),
  }
}
