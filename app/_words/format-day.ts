import { timeZone } from './time-zone.ts'

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** dd/mm/yyyy of an instant in Vietnam, or of a calendar day `yyyy-mm-dd` as it stands. Anything else comes back as it is. */
export function formatDay(when: Date | number | string): string {
  if (typeof when !== 'string') return day.format(when)
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(when)
  return match ? `${match[3]}/${match[2]}/${match[1]}` : when
}

/** dd/mm of a calendar day `yyyy-mm-dd`, for columns whose year is clear. */
export function formatDayShort(when: string): string {
  return formatDay(when).slice(0, 5)
}

/** hh:mm, 24 hours, in Vietnam. */
export function formatTime(when: Date | number): string {
  return clock.format(when)
}
