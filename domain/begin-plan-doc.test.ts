import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { beginPlanDoc } from './begin-plan-doc.ts'
import { addTask } from './commands/add-task.ts'
import { applyTemplate } from './commands/apply-template.ts'
import { assignMember } from './commands/assign-member.ts'
import { editTaskText } from './commands/edit-task-text.ts'
import { removeTask } from './commands/remove-task.ts'
import { setTaskStatus } from './commands/set-task-status.ts'
import { newPlanDoc, proseOf } from './plan-doc.ts'
import { isProseEmpty, proseParagraphs } from './prose-text.ts'
import { readPlan } from './read-plan.ts'
import { inGroup, inHamlet, places } from './testing/build-plan.ts'

function counter(): () => string {
  let made = 0
  return () => {
    made += 1
    return `n${made}`
  }
}

const template = {
  review: ['Kết quả tháng trước:'],
  focus: [],
  organisation: ['Mỗi đồng chí…', 'Báo kết quả…'],
  tasks: [
    { title: 'Tổng vệ sinh', field: 'environment' },
    { title: 'HỌP chi bộ', field: '../x' },
  ],
}

function november() {
  const doc = newPlanDoc()
  assignMember(doc, { memberId: 'an', target: inGroup('g1') })
  assignMember(doc, { memberId: 'an', target: inGroup('merged') })
  assignMember(doc, { memberId: 'an', target: inGroup('g2') })
  assignMember(doc, { memberId: 'retired', target: inGroup('g2') })
  assignMember(doc, { memberId: 'be', target: inHamlet('h2') })
  const place = { kind: 'groups' as const, ids: ['g1', 'merged'] }
  addTask(doc, {
    id: 'a',
    title: 'Họp chi bộ',
    place,
    due: '2026-11-20',
    doers: ['an', 'retired'],
    field: 'party',
  })
  addTask(doc, { id: 'b', title: 'Xong rồi' })
  addTask(doc, { id: 'c', title: 'Không làm được', place: { kind: 'hamlet', id: 'gone' } })
  addTask(doc, { id: 'd', title: 'Đã bỏ' })
  setTaskStatus(doc, { taskId: 'a', status: 'doing' })
  setTaskStatus(doc, { taskId: 'b', status: 'done' })
  setTaskStatus(doc, { taskId: 'c', status: 'notDone' })
  editTaskText(doc, { taskId: 'a', key: 'result', text: 'được một nửa' })
  removeTask(doc, { taskId: 'd' })
  return readPlan(doc)
}

const still = { memberIds: ['an', 'be'], groupIds: ['g1', 'g2'], hamletIds: ['h2'] }

function begin(previous = november(), withTemplate = true) {
  const doc = newPlanDoc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  beginPlanDoc(doc, {
    previous: { month: '2026-11', view: previous },
    template: withTemplate ? template : null,
    newId: counter(),
    ...still,
  })
  return { doc, updates }
}

it('[C1] standing assignments are carried over, those of the gone are not', () => {
  const { doc } = begin()
  expect(places(readPlan(doc).assignments)).toEqual(['an>g1', 'an>g2', 'be>h2'])
  expect(readPlan(doc).assignments[1]?.slots).toEqual(['an.1'])
})

it('[C2][C3] unfinished tasks are carried over without due day and result, and say where from', () => {
  const { doc } = begin(november(), false)
  expect(readPlan(doc).tasks).toEqual([
    {
      id: 'n1',
      title: 'Họp chi bộ',
      field: 'party',
      doers: ['an'],
      coDoers: [],
      place: { kind: 'groups', ids: ['g1'] },
      due: null,
      status: 'doing',
      result: '',
      carriedFrom: { month: '2026-11', taskId: 'a', times: 1 },
    },
    expect.objectContaining({
      id: 'n2',
      title: 'Không làm được',
      status: 'todo',
      place: null,
      carriedFrom: { month: '2026-11', taskId: 'c', times: 1 },
    }),
  ])
})

it('[C3] a task that is carried again counts its times', () => {
  const again = newPlanDoc()
  beginPlanDoc(again, {
    previous: { month: '2026-12', view: readPlan(begin(november(), false).doc) },
    template: null,
    newId: counter(),
    ...still,
  })
  expect(readPlan(again).tasks.map((task) => task.carriedFrom?.times)).toEqual([2, 2])
})

it('[C4] the starting text is added, without the tasks that were carried over, all in one update', () => {
  const { doc, updates } = begin()
  expect(updates).toHaveLength(1)
  expect(proseParagraphs(doc, 'organisation')).toEqual(['Mỗi đồng chí…', 'Báo kết quả…'])
  expect(isProseEmpty(doc, 'focus')).toBe(true)
  expect(readPlan(doc).tasks.map((task) => task.title)).toEqual([
    'Họp chi bộ',
    'Không làm được',
    'Tổng vệ sinh',
  ])
})

it('[C4] a first month without a template begins empty', () => {
  const doc = newPlanDoc()
  beginPlanDoc(doc, { previous: null, template: null, newId: counter(), ...still })
  expect(readPlan(doc)).toEqual({ assignments: [], tasks: [], removedTasks: [] })
  expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(newPlanDoc()))
})

it('[T7] a template fills only what is empty, and twice adds nothing', () => {
  const doc = newPlanDoc()
  const paragraph = new Y.XmlElement('paragraph')
  proseOf(doc, 'review').insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText('Của tôi')])
  // An editor leaves an empty paragraph behind in what nobody has written.
  proseOf(doc, 'organisation').insert(0, [new Y.XmlElement('paragraph')])
  const newId = counter()
  expect(applyTemplate(doc, { template, newId })).toEqual({ parts: ['organisation'], tasks: 2 })
  expect(applyTemplate(doc, { template, newId })).toEqual({ parts: [], tasks: 0 })
  expect(proseParagraphs(doc, 'review')).toEqual(['Của tôi'])
  expect(proseParagraphs(doc, 'organisation')).toEqual(['Mỗi đồng chí…', 'Báo kết quả…'])
  expect(readPlan(doc).tasks.map((task) => task.field)).toEqual(['environment', null])
})
