import { holdersOf } from '#domain/holders-of.ts'
import type { PlanView } from '#domain/plan-view.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { PlaceNames } from '../_talk/place-names.ts'

interface Plan {
  roster: RosterView
  plan: { view: PlanView } | null
}

/** What the things of a plan are called, by their ids. */
export function namesOfPlan({ roster, plan }: Plan): PlaceNames {
  const byId = (rows: readonly { id: string; name: string }[]) =>
    Object.fromEntries(rows.map(({ id, name }) => [id, name]))
  return {
    groups: byId(roster.groups),
    members: byId(roster.members),
    tasks: Object.fromEntries((plan?.view.tasks ?? []).map(({ id, title }) => [id, title])),
  }
}

/** Ids of the members in charge of each group, in the plan's order. */
export function holdersByGroup({ roster, plan }: Plan): ReadonlyMap<string, readonly string[]> {
  return plan ? holdersOf(roster, plan.view) : new Map()
}

/** The same with names. */
export function holderNames(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const { members } = namesOfPlan(plan)
  return new Map(
    [...holdersByGroup(plan)].map(([groupId, ids]) => [
      groupId,
      ids.flatMap((id) => members[id] ?? []),
    ]),
  )
}
