import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { inverseChange } from '../late/inverse-change.ts'
import { lateStanding, taskHere } from '../late/late-standing.ts'
import type { LateChange } from '../late/late-view.ts'
import { readLateItems } from '../late/read-late-items.ts'
import { newPlanDoc, taskKey, tasksOf } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import { inGroup, twoDocs } from '../testing/build-plan.ts'
import { group, member, rosterOf } from '../testing/build-roster.ts'
import { addTask } from './add-task.ts'
import { assignMember } from './assign-member.ts'
import { editTaskText } from './edit-task-text.ts'
import { moveMember } from './move-member.ts'
import { removeTask } from './remove-task.ts'
import { setTaskDoers } from './set-task-doers.ts'
import { setTaskDue } from './set-task-due.ts'
import { setTaskStatus } from './set-task-status.ts'
import { takeUpChange } from './take-up-change.ts'

const month = '2026-12'
const roster = rosterOf([member('an'), member('binh')], [group('g3'), group('g5'), group('g7')])
const memberIds = new Set(['an', 'binh'])
const g3 = inGroup('g3')
const g5 = inGroup('g5')
const g7 = inGroup('g7')

/** What somebody did to a plan that others ended meanwhile, and that plan. */
function lateOf(
  begin: (doc: Y.Doc) => void,
  author: (doc: Y.Doc) => void,
): { plan: Y.Doc; changes: LateChange[] } {
  const first = newPlanDoc()
  begin(first)
  const [plan, own] = twoDocs(first)
  const parts: Uint8Array[] = []
  own.on('update', (update: Uint8Array) => parts.push(update))
  author(own)
  return { plan, changes: (readLateItems(plan, parts) ?? []).map(({ change }) => change) }
}

function takeUp(doc: Y.Doc, change: LateChange | undefined, here: string | null = null): void {
  if (change?.kind !== 'places' && change?.kind !== 'task') throw new Error('only words')
  const taskId = here ?? (change.kind === 'task' ? change.taskId : '')
  takeUpChange(doc, { change, taskId, memberIds })
}

const standing = (doc: Y.Doc, change: LateChange | undefined, of = month) =>
  change && lateStanding(change, { view: readPlan(doc), roster, month: of, lateMonth: month }).kind

it('[F73] [F74] what was late and is taken up one by one is what its author would have made', () => {
  const begin = (doc: Y.Doc) => {
    assignMember(doc, { memberId: 'an', target: g3 })
    assignMember(doc, { memberId: 'binh', target: g5 })
    addTask(doc, { id: 't1', title: 'Đắp đường', doers: ['an'] })
    addTask(doc, { id: 't2', title: 'Họp bản' })
  }
  const author = (doc: Y.Doc) => {
    moveMember(doc, { memberId: 'an', from: g3, to: g7 })
    editTaskText(doc, { taskId: 't1', key: 'title', text: 'Đắp đường bản' })
    setTaskDoers(doc, { taskId: 't1', doers: ['binh'], coDoers: ['an'] })
    setTaskDue(doc, { taskId: 't1', due: '2026-12-20' })
    setTaskStatus(doc, { taskId: 't1', status: 'doing' })
    removeTask(doc, { taskId: 't2' })
    addTask(doc, { id: 't3', title: 'Phát cỏ', doers: ['an'], due: '2026-12-22' })
  }
  const { plan, changes } = lateOf(begin, author)
  expect(changes).toHaveLength(4)
  expect(changes.map((change) => standing(plan, change))).toEqual(['fits', 'fits', 'fits', 'fits'])
  const before = readPlan(plan)
  for (const change of changes) takeUp(plan, change)
  expect(changes.map((change) => standing(plan, change))).toEqual(['done', 'done', 'done', 'done'])
  const meant = newPlanDoc()
  begin(meant)
  author(meant)
  expect(readPlan(plan)).toEqual(readPlan(meant))

  for (const change of changes.reverse()) {
    if (change.kind === 'places' || change.kind === 'task') takeUp(plan, inverseChange(change))
  }
  const after = readPlan(plan)
  expect({ ...after, removedTasks: [] }).toEqual({ ...before, removedTasks: [] })
})

it('[F74] a move taken up leaves the places alone that it does not name', () => {
  const { plan, changes } = lateOf(
    (doc) => assignMember(doc, { memberId: 'an', target: g3 }),
    (doc) => moveMember(doc, { memberId: 'an', from: g3, to: g7 }),
  )
  assignMember(plan, { memberId: 'an', target: g5 })
  takeUp(plan, changes[0])
  expect(readPlan(plan).assignments.map(({ target }) => target)).toEqual([g7, g5])
})

it('[F73] in the next month a change is about the task that carries on the one it was written for', () => {
  const { changes } = lateOf(
    (doc) => addTask(doc, { id: 't1', title: 'Đắp đường' }),
    (doc) => setTaskStatus(doc, { taskId: 't1', status: 'done' }),
  )
  const next = newPlanDoc()
  expect(standing(next, changes[0], '2027-01')).toBe('gone')
  addTask(next, { id: 'n1', title: 'Đắp đường' })
  const carriedFrom = { month, taskId: 't1', times: 1 }
  for (const task of tasksOf(next).values()) {
    if (task instanceof Y.Map) task.set(taskKey.carriedFrom, carriedFrom)
  }
  const view = readPlan(next)
  const here = taskHere('t1', { view, month: '2027-01', lateMonth: month })
  expect(here?.task.id).toBe('n1')
  expect(standing(next, changes[0], '2027-01')).toBe('fits')
  takeUp(next, changes[0], 'n1')
  expect(standing(next, changes[0], '2027-01')).toBe('done')
})

it('[F73] a member or a group that is no more is said, and words are copied by people', () => {
  const plan = newPlanDoc()
  const places = { kind: 'places', from: [], to: [g3] } as const
  expect(standing(plan, { ...places, memberId: 'nobody' })).toBe('gone')
  expect(standing(plan, { ...places, memberId: 'an', to: [inGroup('g9')] })).toBe('gone')
  expect(standing(plan, { kind: 'words', text: 'Mỗi hộ 20 cây' })).toBe('byHand')
})
