import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import type { LateChange, LateItemView } from '#domain/late/late-view.ts'
import { assignmentsOf, newPlanDoc, ownMove, tasksOf } from '#domain/plan-doc.ts'
import { readPlan } from '#domain/read-plan.ts'
import { inGroup, places } from '#domain/testing/build-plan.ts'
import { group, member, rosterOf } from '#domain/testing/build-roster.ts'
import { LatePlan } from './late-plan.ts'
import type { NoteVerdict } from './take-up.ts'
import { takeUpAll } from './take-up-all.ts'

const roster = rosterOf([member('an'), member('binh'), member('chi')], [group('g1'), group('g2')])

/** Next month’s plan in which An looks after group 1, what would take late changes up into it, and who noted what. */
function desk() {
  const doc = newPlanDoc()
  assignMember(doc, { memberId: 'an', target: inGroup('g1') })
  const undo = new Y.UndoManager([assignmentsOf(doc), tasksOf(doc)], {
    trackedOrigins: new Set([ownMove]),
  })
  const open = { isOpen: true }
  const plan = new LatePlan({
    ...{ doc, undo, roster, month: '2026-12', lateMonth: '2026-11' },
    isOpen: () => open.isOpen,
  })
  const verdicts = new Map<string, string>([['chi', 'dismissed']])
  /** As the server does: whoever comes first decides. */
  const noteVerdict: NoteVerdict = async ({ key }, verdict) => {
    if (verdict === null) verdicts.delete(key)
    else if (verdicts.has(key))
      return { kind: 'refused', code: 'alreadySettled', message: 'Đã có người xử lý.' }
    else verdicts.set(key, verdict)
    return { kind: 'done' }
  }
  const now = () => {
    const view = readPlan(doc)
    return [...places(view.assignments), ...view.tasks.map(({ id }) => id)]
  }
  return { doc, undo, open, plan, verdicts, noteVerdict, now }
}

const waiting = (key: string, change: LateChange): LateItemView => ({ key, change, verdict: null })
const moved = (memberId: string, to: string) =>
  waiting(memberId, { kind: 'places', memberId, from: [], to: [inGroup(to)] })
const added = (taskId: string) =>
  waiting(taskId, { kind: 'task', taskId, title: taskId, how: 'added', fields: [], groupIds: [] })
const text = waiting('text', { kind: 'words', text: 'Mỗi hộ 20 cây quế' })

it('[F107] takes up what it can, each as a step and with a verdict of its own, and leaves the rest', async () => {
  const { plan, noteVerdict, now, undo, verdicts } = desk()
  const steps: number[] = []
  const items = [
    moved('an', 'g1'),
    moved('binh', 'g2'),
    moved('gone', 'g1'),
    moved('chi', 'g1'),
    added('t1'),
    text,
    added('t2'),
    {
      ...added('t3'),
      verdict: { verdict: 'dismissed', reason: 'Trùng', month: null, by: 'Hoa', at: '' },
    },
  ] satisfies LateItemView[]
  const { taken, refused, isCutShort } = await takeUpAll(items, {
    ...{ plan, noteVerdict },
    onStep: (tried) => steps.push(tried),
  })
  expect(taken.map(({ item, didRun }) => [item.key, didRun])).toEqual([
    ['an', false],
    ['binh', true],
    ['t1', true],
    ['t2', true],
  ])
  expect([...refused]).toEqual([['chi', 'Đã có người xử lý.']])
  expect(isCutShort).toBe(false)
  expect(steps).toEqual([1, 2, 3, 4, 5])
  expect(Object.fromEntries(verdicts)).toEqual({
    ...{ an: 'takenUp', binh: 'takenUp', t1: 'takenUp', t2: 'takenUp', chi: 'dismissed' },
  })
  expect(now()).toEqual(['an>g1', 'binh>g2', 't1', 't2'])
  undo.undo()
  expect(now()).toEqual(['an>g1', 'binh>g2', 't1'])
  undo.undo()
  undo.undo()
  expect(now()).toEqual(['an>g1'])
  expect(undo.canUndo()).toBe(false)
})

it('[F107] judges each at its turn: what came into the plan meanwhile is not done twice', async () => {
  const { doc, plan, noteVerdict, now, undo } = desk()
  const { taken } = await takeUpAll([added('t1'), added('t2')], {
    plan,
    noteVerdict: async (item, verdict) => {
      if (item.key === 't2') addTask(doc, { id: 't2', title: 'Người khác thêm' }, 'remote')
      return noteVerdict(item, verdict)
    },
  })
  expect(taken.map(({ didRun }) => didRun)).toEqual([true, false])
  expect(now()).toEqual(['an>g1', 't1', 't2'])
  undo.undo()
  expect(now()).toEqual(['an>g1', 't2'])
})

it('[F107] stops when the server does not answer, and when the plan here is another', async () => {
  const silent = desk()
  const items = [added('t1'), added('t2'), added('t3')]
  const cut = await takeUpAll(items, {
    plan: silent.plan,
    noteVerdict: async (item, verdict) =>
      item.key === 't2' ? { kind: 'noAnswer' } : silent.noteVerdict(item, verdict),
  })
  expect(cut).toMatchObject({ isCutShort: true, taken: [{ item: { key: 't1' } }] })
  expect(silent.now()).toEqual(['an>g1', 't1'])

  const { plan, noteVerdict, open, verdicts, now } = desk()
  const replaced = await takeUpAll(items, {
    plan,
    noteVerdict: async (item, verdict) => {
      open.isOpen = item.key === 't1'
      return noteVerdict(item, verdict)
    },
  })
  expect(replaced).toMatchObject({ isCutShort: true, taken: [{ item: { key: 't1' } }] })
  expect([...verdicts.keys()]).toEqual(['chi', 't1'])
  expect(now()).toEqual(['an>g1', 't1'])
})
