import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { DomainError } from '../errors.ts'
import { newPlanDoc, taskKey, tasksOf } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import { sync, twoDocs } from '../testing/build-plan.ts'
import { addTask } from './add-task.ts'
import { editTaskText } from './edit-task-text.ts'
import { moveTask } from './move-task.ts'
import { removeTask } from './remove-task.ts'
import { restoreTask } from './restore-task.ts'
import { setTaskDoers } from './set-task-doers.ts'
import { setTaskDue } from './set-task-due.ts'
import { setTaskField } from './set-task-field.ts'
import { setTaskPlace } from './set-task-place.ts'
import { setTaskStatus } from './set-task-status.ts'

function withTasks(...ids: string[]): Y.Doc {
  const doc = newPlanDoc()
  for (const id of ids) addTask(doc, { id, title: id })
  return doc
}

function order(doc: Y.Doc): string {
  return readPlan(doc)
    .tasks.map((task) => task.id)
    .join('')
}

function codeOf(act: () => void): string {
  try {
    act()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  return 'none'
}

it('[T1] a new task has every part, and stands last, first or behind another', () => {
  const doc = withTasks('a', 'b')
  addTask(doc, { id: 'c', title: 'Khơi mương', afterId: null })
  addTask(doc, { id: 'd', title: '', afterId: 'a' })
  expect(order(doc)).toBe('cadb')
  expect(readPlan(doc).tasks[0]).toEqual({
    id: 'c',
    title: 'Khơi mương',
    field: null,
    doers: [],
    coDoers: [],
    place: null,
    due: null,
    status: 'todo',
    result: '',
    carriedFrom: null,
  })
})

it('[T1] refuses an id that is taken, an unknown neighbour and a plan that is full', () => {
  const doc = withTasks('a')
  expect(codeOf(() => addTask(doc, { id: 'a', title: '' }))).toBe('badInput')
  expect(codeOf(() => addTask(doc, { id: 'b', title: '', afterId: 'x' }))).toBe('unknownTask')
  expect(codeOf(() => addTask(doc, { id: 'b', title: 'x'.repeat(301) }))).toBe('titleTooLong')
  for (let at = 1; at < 300; at += 1) addTask(doc, { id: `t${at}`, title: '' })
  expect(codeOf(() => addTask(doc, { id: 'b', title: '' }))).toBe('tooManyTasks')
  expect(readPlan(doc).tasks).toHaveLength(300)
})

it('[T2] sets each part, checks it, and writes nothing when nothing changes', () => {
  const doc = withTasks('a')
  const taskId = 'a'
  setTaskField(doc, { taskId, field: 'health' })
  setTaskDoers(doc, { taskId, doers: ['m1', 'm2'], coDoers: ['m3'] })
  setTaskPlace(doc, { taskId, place: { kind: 'groups', ids: ['g1', 'g2'] } })
  setTaskDue(doc, { taskId, due: '2026-12-20' })
  setTaskStatus(doc, { taskId, status: 'doing' })
  expect(readPlan(doc).tasks[0]).toMatchObject({
    field: 'health',
    doers: ['m1', 'm2'],
    coDoers: ['m3'],
    place: { kind: 'groups', ids: ['g1', 'g2'] },
    due: '2026-12-20',
    status: 'doing',
  })
  const before = Y.encodeStateVector(doc)
  setTaskField(doc, { taskId, field: 'health' })
  setTaskDoers(doc, { taskId, doers: ['m1', 'm2'], coDoers: ['m3'] })
  setTaskDue(doc, { taskId, due: '2026-12-20' })
  expect(codeOf(() => setTaskDue(doc, { taskId, due: '2026-02-30' }))).toBe('badInput')
  expect(codeOf(() => setTaskStatus(doc, { taskId, status: 'later' as 'todo' }))).toBe('badInput')
  expect(codeOf(() => setTaskDoers(doc, { taskId, doers: ['m1', 'm1'], coDoers: [] }))).toBe(
    'badInput',
  )
  expect(codeOf(() => setTaskDoers(doc, { taskId, doers: ['m1'], coDoers: ['m1'] }))).toBe(
    'badInput',
  )
  expect(codeOf(() => setTaskPlace(doc, { taskId, place: { kind: 'groups', ids: [] } }))).toBe(
    'badInput',
  )
  expect(codeOf(() => setTaskField(doc, { taskId: 'x', field: null }))).toBe('unknownTask')
  expect(Y.encodeStateVector(doc)).toEqual(before)
})

it('[T3] tasks keep one order on all screens, also when two people add at one place at once', () => {
  const [low, high] = twoDocs(withTasks('a', 'b'))
  addTask(low, { id: 'x', title: '', afterId: 'a' })
  addTask(high, { id: 'y', title: '', afterId: 'a' })
  sync(low, high)
  expect(order(low)).toBe('axyb')
  expect(order(high)).toBe('axyb')
  // Between two of equal order there is no room: the list is numbered anew.
  addTask(low, { id: 'z', title: '', afterId: 'x' })
  expect(order(low)).toBe('axzyb')
  moveTask(low, { taskId: 'b', afterId: null })
  moveTask(low, { taskId: 'x', afterId: 'y' })
  expect(order(low)).toBe('bazyx')
  expect(codeOf(() => moveTask(low, { taskId: 'x', afterId: 'x' }))).toBe('badInput')
})

it('[T4] a removed task is kept, takes edits meanwhile and comes back to its place', () => {
  const [low, high] = twoDocs(withTasks('a', 'b', 'c'))
  removeTask(low, { taskId: 'b' })
  editTaskText(high, { taskId: 'b', key: 'result', text: 'xong 1/2 hộ' })
  sync(low, high)
  expect(order(low)).toBe('ac')
  expect(readPlan(low).removedTasks).toMatchObject([{ id: 'b', result: 'xong 1/2 hộ' }])
  restoreTask(high, { taskId: 'b' })
  sync(low, high)
  expect(order(low)).toBe('abc')
})

it('[T5] two people write in one text and both words stay', () => {
  const base = withTasks('a')
  editTaskText(base, { taskId: 'a', key: 'title', text: 'Sửa bể nước' })
  const [low, high] = twoDocs(base)
  editTaskText(low, { taskId: 'a', key: 'title', text: 'Sửa hai bể nước' })
  editTaskText(high, { taskId: 'a', key: 'title', text: 'Sửa bể nước sạch' })
  sync(low, high)
  expect(readPlan(low).tasks[0]?.title).toBe('Sửa hai bể nước sạch')
})

it('[T5] a text is stored composed, in one line where it has one, and not too long', () => {
  const doc = withTasks('a')
  const edit = (key: 'title' | 'result', text: string) => () =>
    editTaskText(doc, { taskId: 'a', key, text })
  edit('title', `Nguyễn\u202E\nVăn${'\u200B'} `.normalize('NFD'))()
  edit('result', 'xong\r\n3 hộ')()
  expect(readPlan(doc).tasks[0]).toMatchObject({ title: 'Nguyễn Văn ', result: 'xong\n3 hộ' })
  expect(codeOf(edit('title', 'ễ'.normalize('NFD').repeat(301)))).toBe('titleTooLong')
  expect(codeOf(edit('result', 'x'.repeat(2_001)))).toBe('textTooLong')
  expect(codeOf(edit('title', 'x'.repeat(10_000_000)))).toBe('titleTooLong')
  edit('title', 'ễ'.normalize('NFD').repeat(300))()
  expect(readPlan(doc).tasks[0]?.title).toBe('ễ'.repeat(300))
})

it('[T5] a text that another wrote as something else is replaced whole', () => {
  const doc = withTasks('a')
  const map = tasksOf(doc).get('a') as Y.Map<unknown>
  map.set(taskKey.title, 7)
  const odd = new Y.Text('ab')
  map.set(taskKey.result, odd)
  odd.insertEmbed(1, { image: 'x' })
  editTaskText(doc, { taskId: 'a', key: 'title', text: 'mới' })
  editTaskText(doc, { taskId: 'a', key: 'result', text: 'abc' })
  expect(readPlan(doc).tasks[0]).toMatchObject({ title: 'mới', result: 'abc' })
})
