import type { PlanView } from './plan-view.ts'
import type { MemberView, RosterView } from './roster-view.ts'

/** What a member looks after in this plan. */
export interface Load {
  groups: number
  households: number
  poor: number
  nearPoor: number
  /** Places by field; they do not count against the most groups. */
  hamlets: number
}

/** How many groups a member takes when the office gave no number. */
const usualMostGroups = 3

/** The most groups that this member should hold. */
export function mostGroups(member: MemberView): number {
  return member.maxGroups ?? usualMostGroups
}

/** The loads of all members of the roster, by member id. Groups that no longer exist weigh nothing. */
export function loadsOf(roster: RosterView, plan: PlanView): ReadonlyMap<string, Load> {
  const groups = new Map(roster.groups.map((group) => [group.id, group]))
  const loads = new Map(roster.members.map((member) => [member.id, { ...noLoad }]))
  for (const { memberId, target } of plan.assignments) {
    const load = loads.get(memberId)
    if (!load) continue
    if (target.kind === 'hamlet') {
      load.hamlets += roster.communeHamlets.some((hamlet) => hamlet.id === target.id) ? 1 : 0
      continue
    }
    const group = groups.get(target.id)
    if (!group) continue
    load.groups += 1
    load.households += group.households
    load.poor += group.poor
    load.nearPoor += group.nearPoor
  }
  return loads
}

/** One member's load; nothing for somebody who is not in the roster. */
export function loadOf(roster: RosterView, plan: PlanView, memberId: string): Load {
  return loadsOf(roster, plan).get(memberId) ?? noLoad
}

const noLoad: Load = { groups: 0, households: 0, poor: 0, nearPoor: 0, hamlets: 0 }
