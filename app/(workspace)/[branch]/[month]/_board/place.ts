import type { Target } from '#domain/plan-view.ts'
import type { MemberView, RosterView } from '#domain/roster-view.ts'

/** A card of the board onto which a member can be put: a household group, or a whole hamlet by field. */
export interface Place {
  kind: 'group' | 'hamlet'
  id: string
}

export function placeOf(target: Target): Place {
  return { kind: target.kind, id: target.id }
}

/** One text per place; drop targets, cards and list options are found by it. */
export function placeKey(place: Place): string {
  return `${place.kind}:${place.id}`
}

export function parsePlaceKey(key: string): Place | null {
  const [kind, id] = key.split(':')
  if ((kind !== 'group' && kind !== 'hamlet') || !id) return null
  return { kind, id }
}

/** What the member would look after there; null on a hamlet for someone who works in no field. */
export function targetIn(place: Place, member: MemberView): Target | null {
  if (place.kind === 'group') return { kind: 'group', id: place.id }
  return member.field ? { kind: 'hamlet', id: place.id, field: member.field } : null
}

export function samePlace(a: Place | null, b: Place | null): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id)
}

/** The name on the card. A group's name is unique in its hamlet only, so a branch that serves several adds it. */
export function placeName(roster: RosterView, place: Place): string {
  if (place.kind === 'hamlet') {
    return roster.communeHamlets.find((hamlet) => hamlet.id === place.id)?.name ?? ''
  }
  const group = roster.groups.find((each) => each.id === place.id)
  if (!group) return ''
  if (roster.hamlets.length < 2) return group.name
  const hamlet = roster.hamlets.find((each) => each.id === group.hamletId)
  return hamlet ? `${group.name}, ${hamlet.name}` : group.name
}
