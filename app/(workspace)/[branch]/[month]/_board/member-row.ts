import { type MemberPlace, placesOfMembers } from '#domain/identity-line.ts'
import { mostGroups } from '#domain/load-of.ts'
import { compareNames } from '#domain/names.ts'
import type { PlanView, Target } from '#domain/plan-view.ts'
import { reasonInForce } from '#domain/reason-in-force.ts'
import type { MemberView, RosterView } from '#domain/roster-view.ts'
import type { ReasonClass } from '#domain/vocabulary.ts'

/** One member as the rail and the chips show them. */
export interface MemberRow {
  member: MemberView
  /** The end of the code, shown when another member of the branch has the same name. */
  mark: string | null
  targets: readonly Target[]
  /** How many groups, and the most that were agreed. */
  groups: number
  most: number
  /** Where the sum at the bottom counts this member. */
  place: MemberPlace
  /** The reason that counts today. */
  reason: ReasonClass | null
}

/** Every member of the roster, sorted by the name that people are called by. */
export function readMemberRows(roster: RosterView, plan: PlanView, today: string): MemberRow[] {
  const targets = targetsByMember(plan)
  const places = placesOfMembers(roster, plan, today)
  const names = countNames(roster.members)
  return roster.members
    .toSorted((a, b) => compareNames(a, b) || a.code.localeCompare(b.code))
    .map((member) => {
      const own = targets.get(member.id) ?? []
      return {
        member,
        mark: (names.get(member.name) ?? 0) > 1 ? endOfCode(member.code) : null,
        targets: own,
        groups: own.filter((target) => target.kind === 'group').length,
        most: mostGroups(member),
        place: places.get(member.id) ?? 'noReason',
        reason: reasonInForce(member, today),
      }
    })
}

/** The same name for somebody whose row is not at hand; empty when they are no longer in the roster. */
export function memberName(roster: RosterView, memberId: string): string {
  const member = roster.members.find(({ id }) => id === memberId)
  if (!member) return ''
  const isShared = roster.members.some(({ id, name }) => id !== memberId && name === member.name)
  return isShared ? `${member.name} (${endOfCode(member.code)})` : member.name
}

/** A name with its mark where two people share it, for sentences and lists. */
export function nameOf(row: MemberRow): string {
  return row.mark ? `${row.member.name} (${row.mark})` : row.member.name
}

/** "NT-DV0010" becomes "0010": enough to tell two people of one branch apart. */
function endOfCode(code: string): string {
  return /\d{1,4}$/.exec(code)?.[0] ?? code
}

function targetsByMember(plan: PlanView): Map<string, Target[]> {
  const byMember = new Map<string, Target[]>()
  for (const { memberId, target } of plan.assignments) {
    const list = byMember.get(memberId)
    if (list) list.push(target)
    else byMember.set(memberId, [target])
  }
  return byMember
}

function countNames(members: readonly MemberView[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { name } of members) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
