import 'server-only'
import { DomainError } from '#domain/errors.ts'
import { isMonth } from '#domain/months.ts'

/** Throws `badMonth`. */
export function requireMonth(month: string): void {
  if (!isMonth(month)) throw new DomainError('badMonth', { month: month.slice(0, 20) })
}
