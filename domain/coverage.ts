import { holdersOf } from './holders-of.ts'
import type { PlanView } from './plan-view.ts'
import type { RosterView } from './roster-view.ts'

interface Share {
  done: number
  all: number
}

/** What is counted as looked after, in the order in which it is shown. */
export const shareNames = ['groups', 'households', 'poor', 'nearPoor'] as const
export type ShareName = (typeof shareNames)[number]

/** How much of the branch is looked after: groups with somebody in charge, and the households in them. */
export type Coverage = Record<ShareName, Share>

export function coverage(roster: RosterView, plan: PlanView): Coverage {
  const holders = holdersOf(roster, plan)
  const share = (count: (group: RosterView['groups'][number]) => number): Share => {
    const sum = { done: 0, all: 0 }
    for (const group of roster.groups) {
      sum.all += count(group)
      if ((holders.get(group.id)?.length ?? 0) > 0) sum.done += count(group)
    }
    return sum
  }
  return {
    groups: share(() => 1),
    households: share((group) => group.households),
    poor: share((group) => group.poor),
    nearPoor: share((group) => group.nearPoor),
  }
}
