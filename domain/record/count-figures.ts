import { coverage } from '../coverage.ts'
import { identityLine, memberPlaces } from '../identity-line.ts'
import type { PlanView } from '../plan-view.ts'
import type { RosterView } from '../roster-view.ts'
import type { RecordFigures } from './month-record.ts'

/** Households of the branch's hamlets that are in no group. */
export interface OutsideGroups {
  households: number
  poor: number
  nearPoor: number
}

/**
 * The sums of a month (SPEC F85). Households in no group are nobody's and count among all. `today` is yyyy-mm-dd, on
 * which reasons are in force or not.
 */
export function countFigures(
  roster: RosterView,
  plan: PlanView,
  outside: OutsideGroups,
  today: string,
): RecordFigures {
  const { groups, households, poor, nearPoor } = coverage(roster, plan)
  const line = identityLine(roster, plan, today)
  const places = Object.fromEntries(memberPlaces.map((place) => [place, line[place]]))
  const having = (test: (task: PlanView['tasks'][number]) => boolean) =>
    plan.tasks.filter(test).length
  return {
    groups,
    households: { ...households, all: households.all + outside.households },
    poor: { ...poor, all: poor.all + outside.poor },
    nearPoor: { ...nearPoor, all: nearPoor.all + outside.nearPoor },
    members: { ...(places as Record<(typeof memberPlaces)[number], number>), all: line.all },
    tasks: {
      all: plan.tasks.length,
      done: having(({ status }) => status === 'done'),
      notDone: having(({ status }) => status === 'notDone'),
      carried: having(({ carriedFrom }) => carriedFrom !== null),
    },
  }
}
