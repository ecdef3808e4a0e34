import fc from 'fast-check'
import { expect, it } from 'vitest'
import { memberPlaces } from '../identity-line.ts'
import { type BranchMonth, isOverdue, sumFigures, whereHelpIsNeeded } from './commune-month.ts'
import type { RecordFigures } from './month-record.ts'

const share = fc.tuple(fc.nat(50), fc.nat(50)).map(([done, left]) => ({ done, all: done + left }))
const figures: fc.Arbitrary<RecordFigures> = fc
  .record({
    groups: share,
    households: share,
    poor: share,
    nearPoor: share,
    places: fc.array(fc.nat(20), { minLength: 6, maxLength: 6 }),
    tasks: fc.record({ all: fc.nat(30), done: fc.nat(30), notDone: fc.nat(5), carried: fc.nat(5) }),
  })
  .map(({ places, ...rest }) => {
    const members = Object.fromEntries(memberPlaces.map((place, at) => [place, places[at] ?? 0]))
    const all = places.reduce((sum, count) => sum + count, 0)
    return { ...rest, members: { ...members, all } as RecordFigures['members'] }
  })

function branch(name: string, changes: Partial<BranchMonth>, poorLeft = 0): BranchMonth {
  const none = { done: 0, all: 0 }
  const members = {
    all: 0,
    inCharge: 0,
    byField: 0,
    exempt: 0,
    away: 0,
    newlyAdmitted: 0,
    noReason: 0,
  }
  const tasks = { all: 0, done: 0, notDone: 0, carried: 0 }
  const poor = { done: 0, all: poorLeft }
  return {
    branchId: name,
    name,
    hasGroups: true,
    state: 'drafting',
    version: null,
    recordId: null,
    figures: { groups: none, households: none, poor, nearPoor: none, members, tasks },
    openAdvice: 0,
    before: null,
    trend: [],
    lastEditAt: null,
    asOf: '2026-12-05T07:32:00Z',
    ...changes,
  }
}

it('[F87] sums add up for any figures: members are the sum of their places in the last line too', () => {
  fc.assert(
    fc.property(fc.array(figures, { maxLength: 20 }), (all) => {
      const total = sumFigures(all)
      const parts = memberPlaces.reduce((sum, place) => sum + total.members[place], 0)
      expect(parts).toBe(total.members.all)
      expect(total.poor.all - total.poor.done).toBe(
        all.reduce((sum, { poor }) => sum + poor.all - poor.done, 0),
      )
    }),
  )
})

it('[F87] shows first where poor households have nobody, and what is final last', () => {
  const order = whereHelpIsNeeded([
    branch('xong', { state: 'finalised' }, 9),
    branch('đủ', {}),
    branch('thiếu', {}, 2),
    branch('mở lại', { state: 'reopened' }, 3),
  ]).map(({ name }) => name)
  expect(order).toEqual(['mở lại', 'thiếu', 'đủ', 'xong'])
})

it('[F87] a month is overdue after its day, in Vietnam, until it is final', () => {
  const lastMinute = Date.parse('2026-12-05T23:59:00+07:00')
  expect(isOverdue('drafting', '2026-12', 5, lastMinute)).toBe(false)
  expect(isOverdue('drafting', '2026-12', 5, lastMinute + 60_000)).toBe(true)
  expect(isOverdue('notOpened', '2026-12', 5, lastMinute + 60_000)).toBe(true)
  expect(isOverdue('finalised', '2026-12', 5, lastMinute + 60_000)).toBe(false)
})
