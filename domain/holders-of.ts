import type { PlanView } from './plan-view.ts'
import type { RosterView } from './roster-view.ts'

/** Who is in charge of each group: member ids in the plan's order, members of the roster only. */
export function holdersOf(
  roster: RosterView,
  plan: PlanView,
): ReadonlyMap<string, readonly string[]> {
  const members = new Set(roster.members.map((member) => member.id))
  const holders = new Map<string, string[]>(roster.groups.map((group) => [group.id, []]))
  for (const { memberId, target } of plan.assignments) {
    if (target.kind === 'group' && members.has(memberId)) holders.get(target.id)?.push(memberId)
  }
  return holders
}
