import type { MemberView } from './roster-view.ts'
import type { ReasonClass } from './vocabulary.ts'

/**
 * The reason why a member has no group, while it holds: its until-day counts, the day after does not.
 * Without a day to compare with, a reason is taken to hold, which is the careful side.
 */
export function reasonInForce(member: MemberView, today?: string): ReasonClass | null {
  if (member.reason === null) return null
  const { kind, until } = member.reason
  return until === null || today === undefined || until >= today ? kind : null
}

/** Does this member look after hamlets by field of work instead of household groups? */
export function worksByField(member: MemberView, today?: string): boolean {
  return member.field !== null || reasonInForce(member, today) === 'byField'
}
