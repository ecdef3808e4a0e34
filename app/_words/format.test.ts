import { describe, expect, it } from 'vitest'
import { formatDay, formatDayShort, formatTime } from './format-day.ts'
import { formatMonth } from './format-month.ts'

describe('days and times', () => {
  it('are written dd/mm/yyyy and 24 hours, in Vietnam', () => {
    const lateEvening = Date.parse('2026-11-30T17:05:00Z')
    expect(formatDay(lateEvening)).toBe('01/12/2026')
    expect(formatDay(new Date(lateEvening))).toBe('01/12/2026')
    expect(formatTime(lateEvening)).toBe('00:05')
    expect(formatTime(Date.parse('2026-11-30T12:42:00Z'))).toBe('19:42')
  })

  it('a calendar day has no zone', () => {
    expect(formatDay('2026-12-05')).toBe('05/12/2026')
    expect(formatDayShort('2026-12-05')).toBe('05/12')
  })

  it('what is no day comes back as it is', () => {
    expect(formatDay('mai')).toBe('mai')
    expect(formatDay('')).toBe('')
  })
})

describe('months', () => {
  it('begin big as a heading and small inside a Vietnamese sentence', () => {
    expect(formatMonth('2026-12', 'vi')).toBe('Tháng 12/2026')
    expect(formatMonth('2027-01', 'vi')).toBe('Tháng 1/2027')
    expect(formatMonth('2027-01', 'vi', 'inside')).toBe('tháng 1/2027')
  })

  it('have their names in English', () => {
    expect(formatMonth('2026-12', 'en')).toBe('December 2026')
    expect(formatMonth('2027-01', 'en', 'inside')).toBe('January 2027')
  })

  it('what is no month comes back as it is', () => {
    expect(formatMonth('2026-13', 'vi')).toBe('2026-13')
    expect(formatMonth('nay', 'en')).toBe('nay')
  })
})
