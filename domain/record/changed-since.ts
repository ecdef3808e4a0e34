import type { PlanView } from '../plan-view.ts'
import type { RosterView } from '../roster-view.ts'
import type { MonthBefore } from './record-desk.ts'

/** What is different from the month before: groups with other people in charge, tasks that it handed on. */
export interface ChangedSince {
  month: string
  groupIds: readonly string[]
  carried: number
}

/** Compares with the month before; groups that one of the two months did not know are left out. */
export function changedSince(
  roster: RosterView,
  plan: PlanView,
  before: Pick<MonthBefore, 'month' | 'assignments'>,
): ChangedSince {
  const members = new Set(roster.members.map(({ id }) => id))
  const now = plan.assignments.flatMap(({ memberId, target }) =>
    target.kind === 'group' ? [{ memberId, groupId: target.id }] : [],
  )
  const holders = (list: MonthBefore['assignments'], groupId: string) =>
    list
      .filter((each) => each.groupId === groupId && members.has(each.memberId))
      .map(({ memberId }) => memberId)
      .sort()
      .join()
  return {
    month: before.month,
    groupIds: roster.groups
      .filter(({ id }) => holders(now, id) !== holders(before.assignments, id))
      .map(({ id }) => id),
    carried: plan.tasks.filter(({ carriedFrom }) => carriedFrom?.month === before.month).length,
  }
}
