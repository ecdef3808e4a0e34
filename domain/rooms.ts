import { DomainError } from './errors.ts'
import { isMonth } from './months.ts'

/** A plan's document as the wire names it: branch, month, and the epoch that finalising ends. */
export interface RoomName {
  branchId: string
  month: string
  epoch: number
}

const roomPattern = /^plan\.([0-9a-f-]{36})\.(\d{4}-\d{2})\.([1-9]\d{0,5})$/

export function formatRoom(room: RoomName): string {
  return `plan.${room.branchId}.${room.month}.${room.epoch}`
}

/** Throws `badRoomName` for anything that `formatRoom` would not write. */
export function parseRoom(text: string): RoomName {
  const match = roomPattern.exec(text)
  if (!match?.[1] || !match[2] || !match[3] || !isMonth(match[2])) {
    throw new DomainError('badRoomName', { room: text.slice(0, 80) })
  }
  return { branchId: match[1], month: match[2], epoch: Number(match[3]) }
}

/** Do two rooms' names differ in nothing but the epoch? */
export function isOfSamePlan(one: string, other: string): boolean {
  return one.slice(0, one.lastIndexOf('.')) === other.slice(0, other.lastIndexOf('.'))
}
