import { holdersOf } from './holders-of.ts'
import { type Load, loadsOf, mostGroups } from './load-of.ts'
import { compareNames } from './names.ts'
import type { PlanView } from './plan-view.ts'
import { reasonInForce, worksByField } from './reason-in-force.ts'
import type { GroupView, MemberView, RosterView } from './roster-view.ts'
import type { Strength, SupportNeed } from './vocabulary.ts'

/** Why somebody is proposed, the strongest ground only; the screen words it. */
export type SuggestionReason =
  | { kind: 'need'; need: SupportNeed; strength: Strength }
  | { kind: 'sameHamlet' }
  | { kind: 'hasRoom'; groups: number; most: number }

export interface Suggestion {
  memberId: string
  reason: SuggestionReason
}

/** Which strengths answer a need, the best first. */
const strengthsForNeed: Readonly<Record<SupportNeed, readonly Strength[]>> = {
  seedsAndLivestock: ['livestock', 'cropTechnique'],
  farmingTechnique: ['cropTechnique', 'livestock', 'irrigation'],
  loan: ['credit'],
  work: ['mobilisation', 'construction'],
  housing: ['construction'],
  water: ['irrigation', 'construction'],
  schooling: ['education'],
  healthInsurance: ['health', 'mobilisation'],
  digitalServices: ['computing'],
}

/**
 * Whom to ask for a group, or null when nobody is free. Never somebody with a reason that holds, who works by
 * field, who is there already or has no room. In this order: lives in the hamlet, has no group yet, answers a
 * need of the group, holds fewer groups, has more room; then by name. Equal input gives an equal answer.
 */
export function suggestMember(
  roster: RosterView,
  plan: PlanView,
  groupId: string,
  today?: string,
): Suggestion | null {
  const group = roster.groups.find((each) => each.id === groupId)
  if (!group) return null
  const loads = loadsOf(roster, plan)
  const there = holdersOf(roster, plan).get(groupId) ?? []
  const [best] = roster.members
    .filter((member) => reasonInForce(member, today) === null && !worksByField(member, today))
    .filter((member) => !there.includes(member.id))
    .map((member) => toCandidate(member, group, loads.get(member.id)))
    .filter((candidate) => candidate.groups < candidate.most)
    .sort(compareCandidates)
  return best ? { memberId: best.member.id, reason: best.reason } : null
}

interface Candidate {
  member: MemberView
  groups: number
  most: number
  near: boolean
  /** Households whose need this member can answer. */
  answers: number
  reason: SuggestionReason
}

function toCandidate(member: MemberView, group: GroupView, load: Load | undefined): Candidate {
  const groups = load?.groups ?? 0
  const most = mostGroups(member)
  const near = member.hamletId === group.hamletId
  const answered = group.needs.flatMap(({ need, households }) => {
    const strength = strengthsForNeed[need].find((each) => member.strengths.includes(each))
    return strength ? [{ need, households, strength }] : []
  })
  const main = answered[0]
  const room: SuggestionReason = near ? { kind: 'sameHamlet' } : { kind: 'hasRoom', groups, most }
  return {
    member,
    groups,
    most,
    near,
    answers: answered.reduce((sum, each) => sum + each.households, 0),
    reason: main ? { kind: 'need', need: main.need, strength: main.strength } : room,
  }
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(b.near) - Number(a.near) ||
    Number(a.groups > 0) - Number(b.groups > 0) ||
    b.answers - a.answers ||
    a.groups - b.groups ||
    b.most - b.groups - (a.most - a.groups) ||
    compareNames(a.member, b.member) ||
    (a.member.id < b.member.id ? -1 : 1)
  )
}
