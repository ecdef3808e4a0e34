import type * as Y from 'yjs'
import { DomainError } from '../errors.ts'
import { assignmentsOf, ownMove } from '../plan-doc.ts'
import type { Target } from '../plan-view.ts'
import { findPlace } from './find-place.ts'
import { requireId, requireTarget } from './require-input.ts'

/**
 * Moves a member from one place to another by rewriting the slot (SPEC A2), so that two people who move one
 * member at once end with one place. Throws `badInput`, `notAssigned`, `alreadyAssigned`.
 */
export function moveMember(
  doc: Y.Doc,
  input: { memberId: string; from: Target; to: Target },
  origin: unknown = ownMove,
): void {
  const memberId = requireId(input.memberId, 'memberId')
  const from = findPlace(doc, memberId, requireTarget(input.from, 'from')).found
  const target = requireTarget(input.to, 'to')
  const [slot, ...doubles] = from?.slots ?? []
  if (slot === undefined) throw new DomainError('notAssigned')
  if (findPlace(doc, memberId, target).found !== null) throw new DomainError('alreadyAssigned')
  const assignments = assignmentsOf(doc)
  doc.transact(() => {
    assignments.set(slot, { memberId, target })
    for (const double of doubles) assignments.delete(double)
  }, origin)
}
