import { formatDay, formatTime } from '#app/_words/format-day.ts'

/** The clock today, else day and clock. */
export function whenOf(iso: string): string {
  const at = new Date(iso)
  const day = formatDay(at)
  return day === formatDay(Date.now()) ? formatTime(at) : `${day.slice(0, 5)}, ${formatTime(at)}`
}
