import type * as Y from 'yjs'
import { DomainError } from '../errors.ts'
import { assignmentsOf, ownMove } from '../plan-doc.ts'
import type { Target } from '../plan-view.ts'
import { findPlace } from './find-place.ts'
import { requireId, requireTarget } from './require-input.ts'

/** Takes a member off a place, every merged slot of it (SPEC A3). Throws `badInput`, `notAssigned`. */
export function unassignMember(
  doc: Y.Doc,
  input: { memberId: string; target: Target },
  origin: unknown = ownMove,
): void {
  const memberId = requireId(input.memberId, 'memberId')
  const place = findPlace(doc, memberId, requireTarget(input.target, 'target')).found
  if (place === null) throw new DomainError('notAssigned')
  const assignments = assignmentsOf(doc)
  doc.transact(() => {
    for (const slot of place.slots) assignments.delete(slot)
  }, origin)
}
