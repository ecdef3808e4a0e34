import { isDay } from './days.ts'
import { holdersOf } from './holders-of.ts'
import { identityLine } from './identity-line.ts'
import { type Load, loadsOf, mostGroups } from './load-of.ts'
import type { PlanView, Target } from './plan-view.ts'
import { reasonInForce } from './reason-in-force.ts'
import type { RosterView } from './roster-view.ts'
import type { ReasonClass } from './vocabulary.ts'

/** Something that the branch has to look at, as roster and plan alone show it. What it weighs, the commune says. */
export type Need =
  | { kind: 'groupWithoutAnyone'; groupId: string }
  | { kind: 'memberWithoutReason'; memberId: string; reasonEndedOn: string | null }
  | { kind: 'overLimit'; memberId: string; groups: number; most: number }
  | { kind: 'manyPoorOnePerson'; groupId: string; poor: number }
  | { kind: 'assignedDespiteReason'; memberId: string; reason: ReasonClass }
  | { kind: 'fieldWithoutHamlet'; memberId: string }
  | { kind: 'placeGone'; memberId: string; target: Target }
  | { kind: 'carriedOften'; taskId: string; times: number }
  | { kind: 'overdue'; taskId: string; due: string }

/** From so many poor households on, one person in charge of a group is too few. */
export const manyPoor = 3
/** From so many times on, carrying a task over is worth a word. */
const oftenCarried = 3

/** Everything that needs attention, kind by kind, in the roster's order (SPEC K3). `today` is yyyy-mm-dd. */
export function needsAttention(roster: RosterView, plan: PlanView, today: string): Need[] {
  const loads = loadsOf(roster, plan)
  return [
    ...groupsWithoutAnyone(roster, plan),
    ...membersWithoutReason(roster, plan, today),
    ...overLimits(roster, loads),
    ...groupsNeedingMore(roster, plan),
    ...memberNotes(roster, loads, today),
    ...placesGone(roster, plan),
    ...taskNotes(plan, today),
  ]
}

function groupsWithoutAnyone(roster: RosterView, plan: PlanView): Need[] {
  const holders = holdersOf(roster, plan)
  return roster.groups
    .filter((group) => holders.get(group.id)?.length === 0)
    .map((group) => ({ kind: 'groupWithoutAnyone', groupId: group.id }))
}

function membersWithoutReason(roster: RosterView, plan: PlanView, today: string): Need[] {
  return identityLine(roster, plan, today).noReasonIds.map((memberId) => {
    const until = roster.members.find((member) => member.id === memberId)?.reason?.until ?? null
    return { kind: 'memberWithoutReason', memberId, reasonEndedOn: until }
  })
}

function overLimits(roster: RosterView, loads: ReadonlyMap<string, Load>): Need[] {
  return roster.members.flatMap((member): Need[] => {
    const groups = loads.get(member.id)?.groups ?? 0
    const most = mostGroups(member)
    if (groups <= most) return []
    return [{ kind: 'overLimit', memberId: member.id, groups, most }]
  })
}

function groupsNeedingMore(roster: RosterView, plan: PlanView): Need[] {
  const holders = holdersOf(roster, plan)
  return roster.groups
    .filter((group) => group.poor >= manyPoor && holders.get(group.id)?.length === 1)
    .map(({ id, poor }) => ({ kind: 'manyPoorOnePerson', groupId: id, poor }))
}

function memberNotes(roster: RosterView, loads: ReadonlyMap<string, Load>, today: string): Need[] {
  return roster.members.flatMap((member): Need[] => {
    const load = loads.get(member.id)
    const holdsNothing = !load || load.groups + load.hamlets === 0
    const reason = reasonInForce(member, today)
    if (member.field !== null && reason === null && holdsNothing) {
      return [{ kind: 'fieldWithoutHamlet', memberId: member.id }]
    }
    if (reason === null || reason === 'byField' || holdsNothing) return []
    return [{ kind: 'assignedDespiteReason', memberId: member.id, reason }]
  })
}

function placesGone(roster: RosterView, plan: PlanView): Need[] {
  const members = new Set(roster.members.map((member) => member.id))
  const groups = new Set(roster.groups.map((group) => group.id))
  const hamlets = new Set(roster.communeHamlets.map((hamlet) => hamlet.id))
  return plan.assignments
    .filter(({ target }) => !(target.kind === 'group' ? groups : hamlets).has(target.id))
    .filter(({ memberId }) => members.has(memberId))
    .map(({ memberId, target }) => ({ kind: 'placeGone', memberId, target }))
}

function taskNotes(plan: PlanView, today: string): Need[] {
  const open = plan.tasks.filter((task) => task.status === 'todo' || task.status === 'doing')
  return open.flatMap((task): Need[] => {
    const needs: Need[] = []
    const times = task.carriedFrom?.times ?? 0
    if (times >= oftenCarried) {
      needs.push({ kind: 'carriedOften', taskId: task.id, times })
    }
    if (isDay(task.due) && task.due < today) {
      needs.push({ kind: 'overdue', taskId: task.id, due: task.due })
    }
    return needs
  })
}
