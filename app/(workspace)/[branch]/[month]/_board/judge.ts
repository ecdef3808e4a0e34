import { resultingGroups, type Verdict, verdict } from '#domain/assignability.ts'
import type { PlanView } from '#domain/plan-view.ts'
import { isSameTarget } from '#domain/target.ts'
import type { Carried } from './assign-drag.tsx'
import { type Place, targetIn } from './place.ts'
import type { BoardView } from './use-board-view.ts'

export interface Judgement {
  verdict: Verdict
  /** "2/2": the load that would come of it; null where groups are not counted or nothing would change. */
  load: string | null
}

/** What putting the carried member there would mean, the place that is left taken into account. */
export function judge(view: BoardView, carried: Carried, place: Place): Judgement {
  const { roster, plan, today } = view
  const row = view.rows.get(carried.memberId)
  if (!row) return { verdict: 'already', load: null }
  const target = targetIn(place, row.member)
  if (!target) return { verdict: 'byField', load: null }
  const word = verdict(roster, plan, carried.memberId, target, { from: carried.from, today })
  const counts = place.kind === 'group' && word !== 'already' && word !== 'byField'
  if (!counts) return { verdict: word, load: null }
  const after = resultingGroups(roster, plan, carried.memberId, target, carried.from)
  return { verdict: word, load: `${after}/${row.most}` }
}

/** The plan as it would be without the place that the carried member leaves. */
export function without(plan: PlanView, { memberId, from }: Carried): PlanView {
  if (!from) return plan
  const assignments = plan.assignments.filter(
    (each) => each.memberId !== memberId || !isSameTarget(each.target, from),
  )
  return { ...plan, assignments }
}
