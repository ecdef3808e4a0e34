import type * as Y from 'yjs'
import { DomainError } from '../errors.ts'
import { assignmentsOf, ownMove } from '../plan-doc.ts'
import { planLimits } from '../plan-limits.ts'
import type { Target } from '../plan-view.ts'
import { readAssignments } from '../read-assignments.ts'
import { targetKey } from '../target.ts'
import { freeSlot } from './free-slot.ts'
import { requireId, requireTarget } from './require-input.ts'

/**
 * Gives a member exactly these places, with as few writes as can be: the way back after two people moved one
 * member (SPEC A7). Throws `badInput`, `alreadyAssigned` for a target named twice, `tooManyPlaces`.
 */
export function setMemberPlaces(
  doc: Y.Doc,
  input: { memberId: string; targets: readonly Target[] },
  origin: unknown = ownMove,
): void {
  const memberId = requireId(input.memberId, 'memberId')
  const targets = input.targets.map((target) => requireTarget(target, 'targets'))
  const wanted = new Map(targets.map((target) => [targetKey(target), target]))
  if (wanted.size < targets.length) throw new DomainError('alreadyAssigned')
  if (wanted.size > planLimits.placesOfMember) {
    throw new DomainError('tooManyPlaces', { most: planLimits.placesOfMember })
  }
  const assignments = assignmentsOf(doc)
  const spare: string[] = []
  for (const place of readAssignments(doc).filter((each) => each.memberId === memberId)) {
    // A place that stays keeps its lowest slot; every other slot is free for a new place.
    const stays = wanted.delete(targetKey(place.target))
    spare.push(...place.slots.slice(stays ? 1 : 0))
  }
  doc.transact(() => {
    for (const target of wanted.values()) {
      assignments.set(spare.shift() ?? freeSlot(assignments, memberId), { memberId, target })
    }
    for (const slot of spare) assignments.delete(slot)
  }, origin)
}
