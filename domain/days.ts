/** Calendar days: `yyyy-mm-dd` inside, dd/mm/yyyy for people, who type them short. */

const typedPattern = /^(\d{1,2})[/.\- ]?(\d{1,2})(?:[/.\- ]?(\d{4}|\d{2}))?$/

/**
 * The day that someone typed: "20/12", "20/12/2026", "20.12.26", "2012" or "20122026".
 * Without a year it is taken in `month` (yyyy-mm) or the year around it: in a December plan "05/01" is the
 * January that follows. Null when no such day exists.
 */
export function parseDay(text: string, month: string): string | null {
  const match = typedPattern.exec(text.trim())
  if (!match?.[1] || !match[2]) return null
  const year = match[3]
    ? Number(match[3].length === 2 ? `20${match[3]}` : match[3])
    : yearFor(Number(match[2]), month)
  return toDay(year, Number(match[2]), Number(match[1]))
}

/** Is this a real day in the inner form? Such days compare as strings. */
export function isDay(value: unknown): value is string {
  const match = typeof value === 'string' ? /^(20\d{2})-(\d{2})-(\d{2})$/.exec(value) : null
  if (!match) return false
  return toDay(Number(match[1]), Number(match[2]), Number(match[3])) === value
}

/** The day in Vietnam (UTC+7 all year, no summer time) at an instant in milliseconds. */
export function dayAt(epochMs: number): string {
  return new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 10)
}

/** hh:mm of the day in Vietnam at an instant in milliseconds. */
export function timeAt(epochMs: number): string {
  return new Date(epochMs + 7 * 3_600_000).toISOString().slice(11, 16)
}

/** dd/mm/yyyy, the form of every screen and paper. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** dd/mm where the year is plain from the plan's month, else dd/mm/yyyy. */
export function formatDayIn(day: string, month: string): string {
  return day.startsWith(month.slice(0, 4)) ? formatDay(day).slice(0, 5) : formatDay(day)
}

function yearFor(monthNumber: number, month: string): number {
  const [year, planned] = month.split('-').map(Number) as [number, number]
  if (planned - monthNumber > 6) return year + 1
  if (monthNumber - planned > 6) return year - 1
  return year
}

function toDay(year: number, month: number, date: number): string | null {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const length = lengths[month - 1]
  if (length === undefined || date < 1 || date > length || year < 2000 || year > 2099) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
