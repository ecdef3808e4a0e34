import { DomainError } from './errors.ts'
import { loadOf, mostGroups } from './load-of.ts'
import type { PlanView, Target } from './plan-view.ts'
import { reasonInForce, worksByField } from './reason-in-force.ts'
import type { GroupView, MemberView, RosterView } from './roster-view.ts'
import { isSameTarget } from './target.ts'

/**
 * What stands on a target while a member is dragged over it. `exempt`: a reason for having no group holds,
 * whichever of its classes, so a person must be asked. `byField`: the kind of target does not suit; those who
 * work by field take hamlets and the others take groups.
 */
export type Verdict = 'fits' | 'tooMuch' | 'otherHamlet' | 'already' | 'exempt' | 'byField'

export interface VerdictContext {
  /** The place that the member would leave; it does not count into the load afterwards. */
  from?: Target | null
  /** yyyy-mm-dd; without it every reason is taken to hold. */
  today?: string
}

/**
 * May this member well be put there? The first of: already, exempt, byField, tooMuch, otherHamlet; else fits
 * (SPEC A9). Throws `unknownMember`, `unknownGroup`, `unknownHamlet`.
 */
export function verdict(
  roster: RosterView,
  plan: PlanView,
  memberId: string,
  target: Target,
  context: VerdictContext = {},
): Verdict {
  const member = requireMember(roster, memberId)
  const group = requirePlaceOf(roster, target)
  if (isHeld(plan, memberId, target)) return 'already'
  const reason = reasonInForce(member, context.today)
  if (reason !== null && reason !== 'byField') return 'exempt'
  if (!suitsField(member, target, context.today)) return 'byField'
  if (group === null) return 'fits'
  if (resultingGroups(roster, plan, memberId, target, context.from) > mostGroups(member)) {
    return 'tooMuch'
  }
  return member.hamletId === null || member.hamletId === group.hamletId ? 'fits' : 'otherHamlet'
}

/** How many groups the member would hold there, for the "0 → 1" beside the verdict. */
export function resultingGroups(
  roster: RosterView,
  plan: PlanView,
  memberId: string,
  target: Target,
  from: Target | null = null,
): number {
  const now = loadOf(roster, plan, memberId).groups
  const adds = target.kind === 'group' && !isHeld(plan, memberId, target)
  const leaves = from?.kind === 'group' && adds && isHeld(plan, memberId, from)
  return now + (adds ? 1 : 0) - (leaves ? 1 : 0)
}

function suitsField(member: MemberView, target: Target, today: string | undefined): boolean {
  if (target.kind === 'group') return !worksByField(member, today)
  return worksByField(member, today) && (member.field === null || member.field === target.field)
}

function isHeld(plan: PlanView, memberId: string, target: Target): boolean {
  return plan.assignments.some(
    (place) => place.memberId === memberId && isSameTarget(place.target, target),
  )
}

function requireMember(roster: RosterView, memberId: string): MemberView {
  const member = roster.members.find((each) => each.id === memberId)
  if (!member) throw new DomainError('unknownMember')
  return member
}

/** The group, or null for a hamlet that exists. */
function requirePlaceOf(roster: RosterView, target: Target): GroupView | null {
  if (target.kind === 'hamlet') {
    const known = roster.communeHamlets.some((hamlet) => hamlet.id === target.id)
    if (!known) throw new DomainError('unknownHamlet')
    return null
  }
  const group = roster.groups.find((each) => each.id === target.id)
  if (!group) throw new DomainError('unknownGroup')
  return group
}
