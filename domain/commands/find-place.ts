import type * as Y from 'yjs'
import type { AssignmentView, Target } from '../plan-view.ts'
import { readAssignments } from '../read-assignments.ts'
import { isSameTarget } from '../target.ts'

/** A member's place at a target, as the readers see it, and how many places the member holds in all. */
export function findPlace(
  doc: Y.Doc,
  memberId: string,
  target: Target,
): { found: AssignmentView | null; held: number } {
  const places = readAssignments(doc).filter((place) => place.memberId === memberId)
  const found = places.find((place) => isSameTarget(place.target, target)) ?? null
  return { found, held: places.length }
}
