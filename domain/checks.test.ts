import { expect, it } from 'vitest'
import { type CheckFacts, checks, standsInTheWay } from './checks.ts'
import type { PlanView } from './plan-view.ts'
import { type CheckKind, defaultRules } from './record/commune-rules.ts'
import { deskFacts } from './record/desk-facts.ts'
import { planOf } from './testing/build-plan.ts'
import { group, member, rosterOf, taskOf, today } from './testing/build-roster.ts'

/** What is known without a desk. */
const nothing = deskFacts(null, null)
const roster = rosterOf([member('an', { maxGroups: 1 })], [group('g1'), group('g2')])
const both = planOf(['an', 'g1'], ['an', 'g2'])

function said(plan: PlanView, facts: Partial<CheckFacts> = {}): string[] {
  return checks(roster, plan, { ...nothing, ...facts }, today).map(
    ({ weight, key }) => `${weight} ${key}`,
  )
}

it('[F30] says what the rows know beside what roster and plan show', () => {
  const facts: Partial<CheckFacts> = {
    rules: { ...defaultRules, signOffs: 2 },
    covering: 1,
    openComments: 2,
    openProposals: 1,
    unsent: [
      { personId: 'p1', changes: 2 },
      { personId: 'p2', changes: 0 },
    ],
    outsideGroups: { poor: 3 },
    before: { month: '2026-11', assignments: [{ memberId: 'an', groupId: 'g1' }] },
  }
  expect(said(both, facts)).toEqual([
    'block poorOutsideGroups',
    'block signOffsMissing',
    'reason overLimit:an:2',
    'reason openComments:2',
    'reason openProposals:1',
    'reason unsentChanges:p1',
    'note changedSinceLastMonth',
  ])
})

it('[F30] a task needs somebody of the roster, and an open one a day', () => {
  const tasks = [
    taskOf('whole', { doers: ['an'], due: '2026-12-20' }),
    taskOf('nobody', { due: '2026-12-20' }),
    taskOf('stranger', { doers: ['gone'], due: '2026-12-20' }),
    taskOf('noDay', { doers: ['an'] }),
    taskOf('done', { doers: ['an'], status: 'done' }),
  ]
  const kinds = said({ ...both, tasks }).filter((line) => line.includes('task'))
  expect(kinds).toEqual([
    'block taskWithoutDoer:nobody',
    'block taskWithoutDoer:stranger',
    'block taskWithoutDue:noDay',
  ])
})

it('[F1][F30] weighs as the commune does, blocks first', () => {
  const weights = {
    ...defaultRules.weights,
    overLimit: 'block',
    groupWithoutAnyone: 'note',
  } as const
  const plan = planOf(['an', 'g1'])
  expect(said(plan, { rules: { ...defaultRules, weights } })).toEqual([
    'note groupWithoutAnyone:g2',
  ])
  expect(said(both, { rules: { ...defaultRules, weights } })).toEqual(['block overLimit:an:2'])
})

it('[F31] words answer a reason and no block, and only the matter that they were given for', () => {
  const facts = (kind: CheckKind, key: string) => ({
    ...nothing,
    rules: { ...defaultRules, weights: { ...defaultRules.weights, overLimit: 'reason' as const } },
    justifications: [{ checkKey: `${kind}:${key}`, words: 'Hai nhóm cạnh nhau.' }],
  })
  const inTheWay = (plan: PlanView, given: CheckFacts) =>
    checks(roster, plan, given, today)
      .filter(standsInTheWay)
      .map(({ key }) => key)
  expect(inTheWay(both, facts('overLimit', 'an:2'))).toEqual([])
  expect(inTheWay(both, facts('overLimit', 'an:3'))).toEqual(['overLimit:an:2'])
  expect(inTheWay(planOf(['an', 'g1']), facts('groupWithoutAnyone', 'g2'))).toEqual([
    'groupWithoutAnyone:g2',
  ])
})

it('[F30] tells which groups have other people than the month before, and what it handed on', () => {
  const before = {
    month: '2026-11',
    assignments: [
      { memberId: 'an', groupId: 'g1' },
      { memberId: 'left the branch', groupId: 'g2' },
    ],
  }
  const carried = taskOf('t', {
    doers: ['an'],
    due: today,
    carriedFrom: { month: '2026-11', taskId: 's', times: 1 },
  })
  const counted = (plan: PlanView) =>
    checks(roster, plan, { ...nothing, before }, today).find(
      ({ kind }) => kind === 'changedSinceLastMonth',
    )?.count
  expect(counted(planOf(['an', 'g1']))).toBeUndefined()
  expect(counted({ ...both, tasks: [carried] })).toBe(2)
})
