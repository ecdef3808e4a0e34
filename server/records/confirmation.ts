import type { RecordTurn } from './record-turn.ts'

/** For so long after giving the password one need not give it again to make a month final or to open it again, in milliseconds. */
const holdsFor = 10 * 60_000

/** Until when the password counts as given lately. */
export function confirmedUntil(confirmedAt: Date): Date {
  return new Date(confirmedAt.getTime() + holdsFor)
}

export function confirmationHolds({
  confirmedAt,
  now,
}: Pick<RecordTurn, 'confirmedAt' | 'now'>): boolean {
  return confirmedUntil(confirmedAt) > now
}
