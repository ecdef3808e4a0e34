import type * as Y from 'yjs'
import { slotKey } from '../slots.ts'

/** The lowest slot of this member that holds nothing, valid or not. */
export function freeSlot(assignments: Y.Map<unknown>, memberId: string): string {
  let number = 0
  while (assignments.has(slotKey(memberId, number))) number += 1
  return slotKey(memberId, number)
}
