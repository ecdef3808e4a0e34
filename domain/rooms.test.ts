import { expect, it } from 'vitest'
import { isMonth, monthAt, parseMonth, shiftMonth } from './months.ts'
import { formatRoom, parseRoom } from './rooms.ts'

const branchId = '0192f3a4-5b6c-7d8e-9f01-23456789abcd'

it('[E3] a month is yyyy-mm and nothing else', () => {
  expect(parseMonth('2026-12')).toBe('2026-12')
  for (const text of ['2026-13', '2026-00', '2026-1', '1999-01', '2026-12 ', '２０２６-12', '']) {
    expect(isMonth(text)).toBe(false)
    expect(() => parseMonth(text)).toThrow('badMonth')
  }
})

it('[E3] months are counted across years, and begin when they begin in Vietnam', () => {
  expect(shiftMonth('2026-12', 1)).toBe('2027-01')
  expect(shiftMonth('2026-01', -1)).toBe('2025-12')
  expect(shiftMonth('2026-05', -17)).toBe('2024-12')
  expect(monthAt(Date.UTC(2026, 10, 30, 16, 59))).toBe('2026-11')
  expect(monthAt(Date.UTC(2026, 10, 30, 17, 0))).toBe('2026-12')
})

it('[E4] a room reads back as it was written', () => {
  const room = { branchId, month: '2026-12', epoch: 3 }
  expect(parseRoom(formatRoom(room))).toEqual(room)
})

it.each([
  `plan.${branchId}.2026-13.1`,
  `plan.${branchId}.2026-12.0`,
  `plan.${branchId}.2026-12.01`,
  `plan.${branchId}.2026-12`,
  `plan.${branchId}.2026-12.1.1`,
  `plan.../../etc.2026-12.1`,
  `Plan.${branchId}.2026-12.1`,
  '',
  'x'.repeat(10_000),
])('[E4] %s is no room', (text) => {
  expect(() => parseRoom(text)).toThrow('badRoomName')
})
