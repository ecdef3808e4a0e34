import { formatDay, formatTime } from '#app/_words/format-day.ts'

/** When something was said: 19:42 today, 05/12 19:42 this year, else with the year. */
export function whenWords(at: string, now: number): string {
  const [day, today] = [formatDay(new Date(at)), formatDay(now)]
  const time = formatTime(new Date(at))
  if (day === today) return time
  return day.slice(6) === today.slice(6) ? `${day.slice(0, 5)} ${time}` : `${day} ${time}`
}
