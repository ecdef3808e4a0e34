import type * as Y from 'yjs'
import { DomainError } from '../errors.ts'
import { assignmentsOf, ownMove } from '../plan-doc.ts'
import { planLimits } from '../plan-limits.ts'
import type { Target } from '../plan-view.ts'
import { findPlace } from './find-place.ts'
import { freeSlot } from './free-slot.ts'
import { requireId, requireTarget } from './require-input.ts'

/**
 * Puts a member in charge of a group, or of a hamlet by field, in the lowest free slot (SPEC A1).
 * Throws `badInput`, `alreadyAssigned`, `tooManyPlaces`. Whether it is wise is `verdict`'s question.
 */
export function assignMember(
  doc: Y.Doc,
  input: { memberId: string; target: Target },
  origin: unknown = ownMove,
): void {
  const memberId = requireId(input.memberId, 'memberId')
  const target = requireTarget(input.target, 'target')
  const place = findPlace(doc, memberId, target)
  if (place.found !== null) throw new DomainError('alreadyAssigned')
  if (place.held >= planLimits.placesOfMember) {
    throw new DomainError('tooManyPlaces', { most: planLimits.placesOfMember })
  }
  const assignments = assignmentsOf(doc)
  doc.transact(() => {
    assignments.set(freeSlot(assignments, memberId), { memberId, target })
  }, origin)
}
