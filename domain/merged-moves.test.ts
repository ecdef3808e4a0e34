import { expect, it } from 'vitest'
import { mergedMoves } from './merged-moves.ts'
import { inGroup, planOf } from './testing/build-plan.ts'

it('[A10] lists members whose places are not what this person last saw, with both moves', () => {
  const before = planOf(['an', 'g1'], ['be', 'g1'], ['ca', 'g1'], ['do', 'g1'])
  const mine = planOf(['an', 'g2'], ['be', 'g1'], ['ca', 'g2'], ['do', 'g1'])
  const now = planOf(['an', 'g3'], ['be', 'g4'], ['ca', 'g2'], ['do', 'g1'], ['en', 'g5'])
  const at = (...ids: string[]) => ids.map(inGroup)
  expect(mergedMoves(before, mine, now)).toEqual([
    { memberId: 'an', before: at('g1'), mine: at('g2'), now: at('g3'), by: 'both' },
    { memberId: 'be', before: at('g1'), mine: at('g1'), now: at('g4'), by: 'theirs' },
    { memberId: 'en', before: [], mine: [], now: at('g5'), by: 'theirs' },
  ])
})

it('[A10] own moves that simply arrived are not listed', () => {
  const before = planOf(['an', 'g1'])
  const mine = planOf(['an', 'g2'], ['be', 'g3'])
  expect(mergedMoves(before, mine, planOf(['be', 'g3'], ['an', 'g2']))).toEqual([])
})
