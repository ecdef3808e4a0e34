import { formatHamlet } from '#app/_words/format-hamlet.ts'
import type { Language } from '#app/_words/languages.ts'
import { manyPoor } from '#domain/needs-attention.ts'
import type { PlanView } from '#domain/plan-view.ts'
import type { GroupView, HamletView, RosterView } from '#domain/roster-view.ts'
import type { MemberRow } from './member-row.ts'
import { type Place, placeKey, placeName, placeOf } from './place.ts'

/** What a card shows of its place and of the people in charge there. */
export interface PlaceCard {
  key: string
  place: Place
  name: string
  /** Null on the card of a hamlet that is looked after by field. */
  group: GroupView | null
  /** Ids in the order of the rail; someone who left the roster stands last. */
  memberIds: readonly string[]
  state: 'empty' | 'stretched' | 'over' | 'fine'
}

/**
 * The cards of this branch in the order of the roster: its groups, then hamlets for work by field. A school
 * or a station shows every hamlet of the commune; a hamlet branch its own if one of its members works by
 * field, and any that is already looked after.
 */
export function readPlaceCards(
  roster: RosterView,
  plan: PlanView,
  rows: readonly MemberRow[],
): PlaceCard[] {
  const people = peopleByPlace(plan, rows)
  const over = new Set(rows.filter((row) => row.groups > row.most).map((row) => row.member.id))
  const groups = roster.groups.map((group): PlaceCard => {
    const memberIds = people.get(`group:${group.id}`) ?? []
    return {
      ...toCard(roster, { kind: 'group', id: group.id }, memberIds),
      group,
      state: stateOf(group, memberIds, over),
    }
  })
  const hamlets = hamletsShown(roster, plan).map((hamlet) =>
    toCard(roster, { kind: 'hamlet', id: hamlet.id }, people.get(`hamlet:${hamlet.id}`) ?? []),
  )
  return [...groups, ...hamlets]
}

/** What stands above a card: a group’s name, or a hamlet’s with what it is. */
export function cardTitle(card: PlaceCard, roster: RosterView, language: Language): string {
  return card.group ? card.name : formatHamlet(card.name, roster.branch.name, language)
}

function toCard(roster: RosterView, place: Place, memberIds: readonly string[]): PlaceCard {
  const name = placeName(roster, place)
  return { key: placeKey(place), place, name, group: null, memberIds, state: 'fine' }
}

function stateOf(
  group: GroupView,
  memberIds: readonly string[],
  over: ReadonlySet<string>,
): PlaceCard['state'] {
  if (memberIds.length === 0) return 'empty'
  if (memberIds.some((id) => over.has(id))) return 'over'
  return group.poor >= manyPoor && memberIds.length === 1 ? 'stretched' : 'fine'
}

function hamletsShown(roster: RosterView, plan: PlanView): readonly HamletView[] {
  if (roster.hamlets.length === 0) return roster.communeHamlets
  const used = new Set(
    plan.assignments
      .filter(({ target }) => target.kind === 'hamlet')
      .map(({ target }) => target.id),
  )
  const byField = roster.members.some((member) => member.field !== null)
  const own = new Set(roster.hamlets.map((hamlet) => hamlet.id))
  return roster.communeHamlets.filter(
    (hamlet) => used.has(hamlet.id) || (byField && own.has(hamlet.id)),
  )
}

function peopleByPlace(plan: PlanView, rows: readonly MemberRow[]): Map<string, string[]> {
  const order = new Map(rows.map((row, index) => [row.member.id, index]))
  const people = new Map<string, string[]>()
  for (const { memberId, target } of plan.assignments) {
    const key = placeKey(placeOf(target))
    people.set(key, [...(people.get(key) ?? []), memberId])
  }
  const rank = (id: string) => order.get(id) ?? rows.length
  for (const ids of people.values()) ids.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return people
}
