import { type Verdict, verdict } from '#domain/assignability.ts'
import { loadsOf, mostGroups } from '#domain/load-of.ts'
import type { PlanView } from '#domain/plan-view.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { SwapChoices } from '../_talk/swap-form.tsx'
import { holdersByGroup, namesOfPlan } from './names-of-plan.ts'

const order: Partial<Record<Verdict, number>> = { fits: 0, otherHamlet: 1, tooMuch: 2 }

/** Who could look after a group instead: members who may, the best suited and the least laden first. */
export function swapChoices(
  { roster, view }: { roster: RosterView; view: PlanView },
  groupId: string,
  loadWords: (held: number, most: number) => string,
): SwapChoices {
  const names = namesOfPlan({ roster, plan: { view } })
  const held = holdersByGroup({ roster, plan: { view } }).get(groupId) ?? []
  const loads = loadsOf(roster, view)
  const groupsOf = (id: string) => loads.get(id)?.groups ?? 0
  const candidates = roster.members.flatMap((member) => {
    const place = order[verdict(roster, view, member.id, { kind: 'group', id: groupId })]
    return place === undefined ? [] : [{ member, place, groups: groupsOf(member.id) }]
  })
  return {
    groupId,
    holders: held.map((id) => ({ id, name: names.members[id] ?? '' })),
    candidates: candidates
      .sort((one, other) => one.place - other.place || one.groups - other.groups)
      .map(({ member: { id, name }, groups, member }) => ({
        id,
        name,
        load: loadWords(groups, mostGroups(member)),
      })),
  }
}
