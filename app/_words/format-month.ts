import type { Language } from './languages.ts'

/**
 * A planning month `yyyy-mm` as a heading: “Tháng 12/2026”, “December 2026”. `inside` a Vietnamese sentence it
 * begins small: “tháng 12/2026”. Anything that is no month comes back as it is.
 */
export function formatMonth(
  month: string,
  language: Language,
  position: 'heading' | 'inside' = 'heading',
): string {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month)
  if (!match) return month
  const [, year, number] = match
  if (language === 'vi') {
    return `${position === 'heading' ? 'Tháng' : 'tháng'} ${Number(number)}/${year}`
  }
  return `${englishMonths[Number(number) - 1]} ${year}`
}

/** `2027-01` as “1/2027”, where it is plain that it is a month. */
export function shortMonth(month: string): string {
  return `${Number(month.slice(5))}/${month.slice(0, 4)}`
}

/** `2027-01` as “1”, inside a sentence, where the year is plain. */
export function monthNumber(month: string): string {
  return String(Number(month.slice(5)))
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
