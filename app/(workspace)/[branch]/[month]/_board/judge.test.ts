import { describe, expect, it } from 'vitest'
import { coverage } from '#domain/coverage.ts'
import { identityLine } from '#domain/identity-line.ts'
import { type Holding, plan, roster } from './board-test-roster.ts'
import { judge } from './judge.ts'
import { readMemberRows } from './member-row.ts'

const today = '2026-12-01'
const [groupOne, groupTwo] = [
  { kind: 'group', id: 'g1' },
  { kind: 'group', id: 'g2' },
] as const

function viewOf(wish: Parameters<typeof roster>[0], ...places: readonly Holding[]) {
  const branch = roster({ groups: [{}, {}, {}], ...wish })
  const month = plan(...places)
  const rows = new Map(readMemberRows(branch, month, today).map((row) => [row.member.id, row]))
  const sums = { coverage: coverage(branch, month), identity: identityLine(branch, month, today) }
  return { roster: branch, plan: month, today, rows, cards: new Map(), checks: [], ...sums }
}

describe('judge', () => {
  it('[A9] counts the place that is left out of the load', () => {
    const full = viewOf({ members: ['An'] }, ['m1', 'g2'], ['m1', 'g3'])
    expect(judge(full, { memberId: 'm1', from: null }, groupOne)).toEqual({
      verdict: 'tooMuch',
      load: '3/2',
    })
    expect(judge(full, { memberId: 'm1', from: groupTwo }, groupOne)).toEqual({
      verdict: 'fits',
      load: '2/2',
    })
  })

  it('sends people to the kind of place that is theirs', () => {
    const hamlet = { kind: 'hamlet', id: 'h1' } as const
    const held = { memberId: 'm1', from: null }
    expect(judge(viewOf({ members: ['An'] }), held, hamlet).verdict).toBe('byField')
    expect(judge(viewOf({ members: ['An'], field: 'health' }), held, hamlet).verdict).toBe('fits')
    expect(judge(viewOf({ members: ['An'], field: 'health' }), held, groupOne).verdict).toBe(
      'byField',
    )
  })

  it('counts nothing where nothing would change', () => {
    const there = viewOf({ members: ['An'] }, ['m1', 'g1'])
    expect(judge(there, { memberId: 'm1', from: null }, groupOne)).toEqual({
      verdict: 'already',
      load: null,
    })
  })
})
