import { isId } from './ids.ts'
import { ownProperty } from './own-property.ts'
import type { Slot } from './plan-doc.ts'
import { toTarget } from './target.ts'

const slotPattern = /^([A-Za-z0-9_-]{1,64})\.(0|[1-9]\d{0,3})$/

export function slotKey(memberId: string, number: number): string {
  return `${memberId}.${number}`
}

/** Member and number of a slot's key; null for any other key. */
export function parseSlotKey(key: string): { memberId: string; number: number } | null {
  const match = slotPattern.exec(key)
  if (!match?.[1] || !match[2] || !isId(match[1])) return null
  return { memberId: match[1], number: Number(match[2]) }
}

/** A slot's value, when it is whole and lies under its own member's key; a slot under a foreign key is none. */
export function toSlot(key: string, value: unknown): Slot | null {
  const owner = parseSlotKey(key)
  if (owner === null || ownProperty(value, 'memberId') !== owner.memberId) return null
  const target = toTarget(ownProperty(value, 'target'))
  return target === null ? null : { memberId: owner.memberId, target }
}
