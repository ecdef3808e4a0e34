import { holdersOf } from './holders-of.ts'
import { loadsOf, mostGroups } from './load-of.ts'
import { manyPoor } from './needs-attention.ts'
import type { PlanView } from './plan-view.ts'
import type { GroupView, RosterView } from './roster-view.ts'

export const groupOrders = ['need', 'roster', 'households'] as const
export type GroupOrder = (typeof groupOrders)[number]

/**
 * The groups in the order of the board. `need`: nobody in charge, then many poor with one person, then held
 * by somebody over the limit, then by the share of poor and near-poor households; `households`: largest
 * first. What is equal stays in the roster's order, which is hamlet and number.
 */
export function sortGroups(roster: RosterView, plan: PlanView, order: GroupOrder): GroupView[] {
  if (order === 'roster') return [...roster.groups]
  if (order === 'households') {
    return roster.groups.toSorted((a, b) => b.households - a.households)
  }
  const urgency = urgencies(roster, plan)
  return roster.groups.toSorted(
    (a, b) =>
      (urgency.get(a.id) ?? 0) - (urgency.get(b.id) ?? 0) ||
      share(b.poor, b) - share(a.poor, a) ||
      share(b.nearPoor, b) - share(a.nearPoor, a),
  )
}

function urgencies(roster: RosterView, plan: PlanView): ReadonlyMap<string, number> {
  const holders = holdersOf(roster, plan)
  const loads = loadsOf(roster, plan)
  const overLimit = new Set(
    roster.members
      .filter((member) => (loads.get(member.id)?.groups ?? 0) > mostGroups(member))
      .map((member) => member.id),
  )
  return new Map(
    roster.groups.map((group) => {
      const there = holders.get(group.id) ?? []
      if (there.length === 0) return [group.id, 0]
      if (group.poor >= manyPoor && there.length === 1) return [group.id, 1]
      return [group.id, there.some((memberId) => overLimit.has(memberId)) ? 2 : 3]
    }),
  )
}

function share(count: number, group: GroupView): number {
  return group.households === 0 ? 0 : count / group.households
}
