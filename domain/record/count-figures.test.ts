import { expect, it } from 'vitest'
import { planOf } from '../testing/build-plan.ts'
import { group, member, rosterOf, today } from '../testing/build-roster.ts'
import { countFigures } from './count-figures.ts'

const task = { field: null, doers: [], coDoers: [], place: null, due: null, result: '' }

it('[F85] counts what is looked after of all there is, households outside every group among them', () => {
  const roster = rosterOf(
    [member('m1'), member('m2'), member('m3', { reason: { kind: 'exempt', until: null } })],
    [group('g1', { poor: 2, nearPoor: 1 }), group('g2', { poor: 1 })],
  )
  const plan = {
    ...planOf(['m1', 'g1']),
    tasks: [
      { ...task, id: 'a', title: 'A', status: 'done' as const, carriedFrom: null },
      {
        ...task,
        id: 'b',
        title: 'B',
        status: 'notDone' as const,
        carriedFrom: { month: '2026-11', taskId: 'x', times: 1 },
      },
      { ...task, id: 'c', title: 'C', status: 'todo' as const, carriedFrom: null },
    ],
  }
  const figures = countFigures(roster, plan, { households: 3, poor: 1, nearPoor: 0 }, today)
  expect(figures).toEqual({
    groups: { done: 1, all: 2 },
    households: { done: 8, all: 19 },
    poor: { done: 2, all: 4 },
    nearPoor: { done: 1, all: 1 },
    members: {
      all: 3,
      inCharge: 1,
      byField: 0,
      exempt: 1,
      away: 0,
      newlyAdmitted: 0,
      noReason: 1,
    },
    tasks: { all: 3, done: 1, notDone: 1, carried: 1 },
  })
})
