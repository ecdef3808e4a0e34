import { DomainError } from '#domain/errors.ts'
import type { Action } from '#domain/rights.ts'
import type { RecordTurn } from './record-turn.ts'

/** Nothing is written to the desk of a month that is final. Throws `noRight` and `planFinalised`. */
export function requireOpen(turn: RecordTurn, action: Action): void {
  turn.require(action)
  if (turn.plan.status === 'finalised') throw new DomainError('planFinalised')
}
