import { DomainError } from './errors.ts'

const monthPattern = /^(20\d{2})-(0[1-9]|1[0-2])$/

/** A planning month, `yyyy-mm`. Throws `badMonth` for anything else, 2026-13 included. */
export function parseMonth(text: string): string {
  if (!monthPattern.test(text)) throw new DomainError('badMonth', { month: text.slice(0, 20) })
  return text
}

export function isMonth(text: string): boolean {
  return monthPattern.test(text)
}

/** The month `steps` away; negative goes back. */
export function shiftMonth(month: string, steps: number): string {
  const [year, number] = parseMonth(month).split('-').map(Number) as [number, number]
  const index = year * 12 + (number - 1) + steps
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** The month in Vietnam (UTC+7 all year, no summer time) at an instant in milliseconds. */
export function monthAt(epochMs: number): string {
  return new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 7)
}
