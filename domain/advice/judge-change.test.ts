import { expect, it } from 'vitest'
import { addTask } from '../commands/add-task.ts'
import { newPlanDoc } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import { planOf } from '../testing/build-plan.ts'
import { group, member, rosterOf } from '../testing/build-roster.ts'
import { judgeChange } from './judge-change.ts'
import type { ProposedChange } from './proposed-change.ts'

const roster = rosterOf([member('a'), member('b')], [group('1'), group('2')])
const swap: ProposedChange = { kind: 'changeMember', groupId: '1', from: 'a', to: 'b' }

function judge(change: ProposedChange, view = planOf(), passage: string | null = null) {
  const verdict = judgeChange(change, { view, roster, passage }, 'new')
  return verdict.kind === 'moved' ? verdict.what : verdict.kind
}

it('[Q30] another member for a group fits while the one who should leave is there', () => {
  expect(judge(swap, planOf(['a', '1']))).toBe('fits')
  expect(judge(swap, planOf(['a', '1'], ['b', '2']))).toBe('fits')
  expect(judge(swap, planOf(['b', '1']))).toBe('done')
  expect(judge(swap, planOf())).toBe('inCharge')
  expect(judge(swap, planOf(['a', '1'], ['b', '1']))).toBe('inCharge')
  expect(judge({ ...swap, to: 'gone' }, planOf(['a', '1']))).toBe('member')
  expect(judge({ ...swap, groupId: '9' }, planOf(['a', '9']))).toBe('group')
})

it('[Q30] somebody for a group of nobody fits only while nobody is there', () => {
  const first = { ...swap, from: null }
  expect(judge(first, planOf(['b', '2']))).toBe('fits')
  expect(judge(first, planOf(['a', '1']))).toBe('inCharge')
  expect(judge(first, planOf(['b', '1']))).toBe('done')
})

it('[Q30] a new task fits until it is there, and while the people and groups it names are', () => {
  const change: ProposedChange = {
    kind: 'newTask',
    title: 'Sửa mương',
    doers: ['a'],
    groupIds: ['1'],
    due: null,
  }
  const doc = newPlanDoc()
  expect(judge(change)).toBe('fits')
  expect(judge({ ...change, doers: ['gone'] })).toBe('member')
  expect(judge({ ...change, groupIds: ['9'] })).toBe('group')
  addTask(doc, { id: 'new', title: 'Sửa mương' })
  expect(judge(change, readPlan(doc))).toBe('done')
})

it('[Q30] another day fits while the day is the one that its author saw', () => {
  const doc = newPlanDoc()
  addTask(doc, { id: 't', title: 'Sửa mương', due: '2026-12-20' })
  const view = readPlan(doc)
  const change = { kind: 'changeDue', taskId: 't', from: '2026-12-20', to: '2026-12-09' } as const
  expect(judge(change, view)).toBe('fits')
  expect(judge({ ...change, from: null }, view)).toBe('due')
  expect(judge({ ...change, to: '2026-12-20' }, view)).toBe('done')
  expect(judge({ ...change, taskId: 'gone' }, view)).toBe('task')
})

it('[Q30] other words fit while the passage says what was quoted', () => {
  const change: ProposedChange = {
    kind: 'replaceText',
    passage: {
      kind: 'passage',
      part: 'focus',
      quote: 'một lần',
      prefix: '',
      suffix: '',
      occurrence: 0,
    },
    text: 'hai lần',
  }
  expect(judge(change, planOf(), 'một lần')).toBe('fits')
  expect(judge(change, planOf(), 'hai lần')).toBe('done')
  expect(judge(change, planOf(), 'ba lần')).toBe('passage')
  expect(judge(change, planOf(), null)).toBe('passage')
})
