import { type Load, loadsOf } from './load-of.ts'
import type { PlanView } from './plan-view.ts'
import { reasonInForce } from './reason-in-force.ts'
import type { MemberView, RosterView } from './roster-view.ts'

/** The one place where a member is counted, in the order in which the places are asked for. */
export const memberPlaces = [
  'inCharge',
  'byField',
  'exempt',
  'away',
  'newlyAdmitted',
  'noReason',
] as const
export type MemberPlace = (typeof memberPlaces)[number]

/** Where members are counted, and before it their sum. */
export const memberCounts = ['all', ...memberPlaces] as const

/** `all` is the sum of the six others; `noReasonIds` names the last. */
export interface IdentityLine extends Record<MemberPlace, number> {
  all: number
  noReasonIds: readonly string[]
}

/** Counts every member of the roster once, so that the line adds up (SPEC I1). `today` is yyyy-mm-dd. */
export function identityLine(roster: RosterView, plan: PlanView, today: string): IdentityLine {
  const places = placesOfMembers(roster, plan, today)
  const line = { inCharge: 0, byField: 0, exempt: 0, away: 0, newlyAdmitted: 0, noReason: 0 }
  for (const place of places.values()) line[place] += 1
  const noReasonIds = [...places].filter(([, place]) => place === 'noReason').map(([id]) => id)
  return { all: places.size, ...line, noReasonIds }
}

/** Where each member is counted, by member id, in the roster's order. */
export function placesOfMembers(
  roster: RosterView,
  plan: PlanView,
  today: string,
): ReadonlyMap<string, MemberPlace> {
  const loads = loadsOf(roster, plan)
  return new Map(
    roster.members.map((member) => [member.id, placeOf(member, loads.get(member.id), today)]),
  )
}

function placeOf(member: MemberView, load: Load | undefined, today: string): MemberPlace {
  if (load && load.groups > 0) return 'inCharge'
  if (load && load.hamlets > 0) return 'byField'
  const reason = reasonInForce(member, today)
  if (reason !== null) return reason
  return member.field === null ? 'noReason' : 'byField'
}
