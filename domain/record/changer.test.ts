import { expect, it } from 'vitest'
import type { PlanChange } from '../history/plan-change.ts'
import { inGroup } from '../testing/build-plan.ts'
import { attributed, type Changer, countByName } from './changer.ts'

const move = (memberId: string): PlanChange => ({
  kind: 'places',
  memberId,
  from: [],
  to: [inGroup('g1')],
})
const prose: PlanChange = {
  kind: 'prose',
  part: 'focus',
  how: 'written',
  from: '',
  to: 'Vét mương',
}

it('[F93] each change names everybody who was at it, and nobody who was not', () => {
  const changers: Changer[] = [
    { personId: 'p1', name: 'Lò Thị Hồng', things: ['places:an', 'prose:focus'] },
    { personId: 'p2', name: 'Cà Văn Dơ', things: ['prose:focus', 'task:t1'] },
  ]
  const told = attributed([move('an'), prose, move('binh')], changers)
  expect(told.map(({ by }) => by)).toEqual([['Lò Thị Hồng'], ['Lò Thị Hồng', 'Cà Văn Dơ'], []])
  expect(countByName(told)).toEqual([
    ['Lò Thị Hồng', 2],
    ['Cà Văn Dơ', 1],
  ])
})
