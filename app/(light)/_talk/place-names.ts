import type { AdvicePlace } from '#domain/advice/advice-place.ts'

/** What the things of a plan are called, by their ids. */
export interface PlaceNames {
  groups: Readonly<Record<string, string>>
  members: Readonly<Record<string, string>>
  tasks: Readonly<Record<string, string>>
}

/** Where a thread's place is read on the light pages. */
export function addressOfPlace(
  plan: { branchId: string; month: string },
  place: AdvicePlace,
): string {
  const base = `/my/${plan.branchId}/${plan.month}`
  if (place.kind === 'group') return `${base}/groups/${place.id}`
  if (place.kind === 'task') return `${base}/tasks/${place.id}`
  return base
}

/** Are two places one? Passages are one when they quote the same words at the same spot. */
export function isSamePlace(one: AdvicePlace, other: AdvicePlace): boolean {
  if (one.kind === 'plan') return other.kind === 'plan'
  if (one.kind === 'passage') {
    return (
      other.kind === 'passage' &&
      one.part === other.part &&
      one.quote === other.quote &&
      one.occurrence === other.occurrence
    )
  }
  return other.kind === one.kind && other.id === one.id
}
