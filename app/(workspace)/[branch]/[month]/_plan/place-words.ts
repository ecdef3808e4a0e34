import type { TaskPlace } from '#domain/plan-view.ts'
import type { RosterView } from '#domain/roster-view.ts'

/**
 * A task's place in words: "Nhóm 3, 16" or what `whole` makes of a hamlet's name. Groups that left the roster
 * are not named; an empty string when nothing is left to say.
 */
export function placeWords(
  place: TaskPlace | null,
  roster: RosterView,
  whole: (hamlet: string) => string,
): string {
  if (!place) return ''
  if (place.kind === 'hamlet') {
    const hamlet = roster.communeHamlets.find((each) => each.id === place.id)
    return hamlet ? whole(hamlet.name) : ''
  }
  const names = roster.groups
    .filter((group) => place.ids.includes(group.id))
    .map((group) => group.name)
  return shortened(names).join(', ')
}

/** "Nhóm 3", "Nhóm 16" become "Nhóm 3", "16": the shared first word is said once. */
function shortened(names: readonly string[]): string[] {
  const first = names[0]?.split(' ')[0]
  if (!first || !names.every((name) => name.startsWith(`${first} `))) return [...names]
  return names.map((name, index) => (index === 0 ? name : name.slice(first.length + 1)))
}
