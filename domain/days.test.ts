import { describe, expect, it } from 'vitest'
import { formatDay, formatDayIn, isDay, parseDay } from './days.ts'

describe('days', () => {
  it.each([
    ['20/12', '2026-12-20'],
    ['5/1', '2027-01-05'],
    ['20/12/2026', '2026-12-20'],
    ['20.12.26', '2026-12-20'],
    ['2012', '2026-12-20'],
    ['20122027', '2027-12-20'],
    [' 09-11 ', '2026-11-09'],
    ['29/02/2028', '2028-02-29'],
  ])('[D1] reads %s typed into a plan of 12/2026 as %s', (typed, day) => {
    expect(parseDay(typed, '2026-12')).toBe(day)
  })

  it.each(['', '31/02', '29/02/2026', '00/12', '12/13', 'mai', '1', '20/12/1999', '20/12/202'])(
    '[D1] refuses %s',
    (typed) => {
      expect(parseDay(typed, '2026-12')).toBeNull()
    },
  )

  it('[D2] goes back a year for a December day in a January plan', () => {
    expect(parseDay('28/12', '2027-01')).toBe('2026-12-28')
  })

  it('[D3] writes days as dd/mm/yyyy and leaves the year out inside the plan’s year', () => {
    expect(formatDay('2026-12-05')).toBe('05/12/2026')
    expect(formatDayIn('2026-12-05', '2026-12')).toBe('05/12')
    expect(formatDayIn('2027-01-05', '2026-12')).toBe('05/01/2027')
  })

  it('[D3] knows a real inner day', () => {
    expect(isDay('2026-12-31')).toBe(true)
    expect(isDay('2026-13-01')).toBe(false)
    expect(isDay('31/12/2026')).toBe(false)
  })
})
