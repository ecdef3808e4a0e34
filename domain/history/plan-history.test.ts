import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { beginPlanDoc } from '../begin-plan-doc.ts'
import { addTask } from '../commands/add-task.ts'
import { assignMember } from '../commands/assign-member.ts'
import { editTaskText } from '../commands/edit-task-text.ts'
import { moveMember } from '../commands/move-member.ts'
import { moveTask } from '../commands/move-task.ts'
import { removeTask } from '../commands/remove-task.ts'
import { restoreTask } from '../commands/restore-task.ts'
import { setTaskDoers } from '../commands/set-task-doers.ts'
import { setTaskDue } from '../commands/set-task-due.ts'
import { proseOf } from '../plan-doc.ts'
import { inGroup } from '../testing/build-plan.ts'
import { paragraphOf, textOfParagraph } from '../testing/build-prose.ts'
import { RecordedPlan } from '../testing/recorded-plan.ts'
import { PlanHistory } from './plan-history.ts'

function told(plan: RecordedPlan) {
  const history = new PlanHistory()
  for (const row of plan.rows) history.add(row)
  return history.entries().map(({ personId, first, last, change }) => ({
    by: personId,
    at: first.at === last.at ? last.at : [first.at, last.at],
    ...change,
  }))
}

const minutes = (count: number) => count * 60_000
const g3 = inGroup('g3')
const g7 = inGroup('g7')
const g9 = inGroup('g9')

function heading(words: string): Y.XmlElement {
  const element = new Y.XmlElement('heading')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

function type(doc: Y.Doc, words: string, at = 0): void {
  const text = textOfParagraph(doc, 'focus', at)
  for (const letter of words) text.insert(text.length, letter)
}

it('[H3] a move is told with who, from where, to where and when', () => {
  const plan = new RecordedPlan()
  plan.by('tuan', (doc) => assignMember(doc, { memberId: 'an', target: g3 }))
  plan.now = minutes(42)
  plan.by('lan', (doc) => moveMember(doc, { memberId: 'an', from: g3, to: g7 }))
  expect(told(plan)).toEqual([
    { by: 'lan', at: minutes(42), kind: 'places', memberId: 'an', from: [g3], to: [g7] },
    { by: 'tuan', at: 0, kind: 'places', memberId: 'an', from: [], to: [g3] },
  ])
})

it('[H4] what one person does to one thing in one go is one change, and taken back at once none', () => {
  const plan = new RecordedPlan()
  const move = (from = g3, to = g7) => {
    plan.by('lan', (doc) => moveMember(doc, { memberId: 'an', from, to }))
  }
  plan.by('lan', (doc) => assignMember(doc, { memberId: 'an', target: g3 }))
  plan.now = minutes(5)
  move(g3, g7)
  plan.now += 30_000
  move(g7, g9)
  expect(told(plan)[0]).toMatchObject({ at: [minutes(5), minutes(5.5)], from: [g3], to: [g9] })
  plan.now += 59_000
  move(g9, g3)
  expect(told(plan)).toMatchObject([{ at: 0 }])
  plan.now += minutes(2)
  move(g3, g7)
  expect(told(plan)).toMatchObject([{ from: [g3], to: [g7] }, { at: 0 }])
})

it('[H4] what another did between parts the two', () => {
  const plan = new RecordedPlan()
  plan.by('lan', (doc) => assignMember(doc, { memberId: 'an', target: g3 }))
  plan.by('tuan', (doc) => moveMember(doc, { memberId: 'an', from: g3, to: g7 }))
  plan.by('lan', (doc) => moveMember(doc, { memberId: 'an', from: g7, to: g9 }))
  expect(told(plan).map(({ by, ...change }) => [by, change])).toMatchObject([
    ['lan', { from: [g7], to: [g9] }],
    ['tuan', { from: [g3], to: [g7] }],
    ['lan', { from: [], to: [g3] }],
  ])
})

it('[H4] two people who type side by side are told apart, letter for letter', () => {
  const plan = new RecordedPlan()
  plan.by('lan', (doc) =>
    proseOf(doc, 'focus').insert(0, [paragraphOf('Họp'), paragraphOf('Thăm')]),
  )
  plan.now = minutes(20)
  for (const [one, other] of ['bđ', 'ảế', 'nn']) {
    plan.by('lan', (doc) => type(doc, String(one)))
    plan.by('tuan', (doc) => type(doc, String(other), 1))
    plan.now += 1000
  }
  plan.by('tuan', (doc) => type(doc, '!', 0))
  const [last, ...before] = told(plan)
  expect(last).toMatchObject({ by: 'tuan', how: 'edited', from: 'Họpbản', to: 'Họpbản!' })
  expect(before).toMatchObject([
    { by: 'tuan', from: 'Thăm', to: 'Thămđến' },
    { by: 'lan', from: 'Họp', to: 'Họpbản' },
    { by: 'lan', how: 'written' },
    { by: 'lan', how: 'written' },
  ])
})

it('[H4] tasks are told with what changed in them', () => {
  const plan = new RecordedPlan()
  const due = (day: string | null) => {
    plan.by('lan', (doc) => setTaskDue(doc, { taskId: 't', due: day }))
  }
  plan.by('lan', (doc) => addTask(doc, { id: 't', title: '' }))
  plan.by('lan', (doc) => editTaskText(doc, { taskId: 't', key: 'title', text: 'Làm chuồng' }))
  plan.by('lan', (doc) => setTaskDoers(doc, { taskId: 't', doers: ['an'], coDoers: ['be'] }))
  plan.by('lan', (doc) => addTask(doc, { id: 'u', title: 'Sau' }))
  plan.now = minutes(30)
  due('2026-12-10')
  plan.now = minutes(60)
  due('2026-12-15')
  plan.by('lan', (doc) => setTaskDoers(doc, { taskId: 't', doers: ['ca'], coDoers: ['be'] }))
  plan.now = minutes(90)
  plan.by('tuan', (doc) => moveTask(doc, { taskId: 't', afterId: 'u' }))
  plan.now = minutes(120)
  plan.by('tuan', (doc) => removeTask(doc, { taskId: 't' }))
  plan.now = minutes(150)
  plan.by('tuan', (doc) => restoreTask(doc, { taskId: 't' }))
  expect(told(plan)).toMatchObject([
    { how: 'restored', title: 'Làm chuồng', fields: [] },
    { how: 'removed', title: 'Làm chuồng' },
    { how: 'moved', by: 'tuan' },
    {
      how: 'edited',
      fields: [
        { field: 'doers', from: ['an'], to: ['ca'] },
        { field: 'due', from: '2026-12-10', to: '2026-12-15' },
      ],
    },
    { how: 'edited', fields: [{ field: 'due', from: null, to: '2026-12-10' }] },
    { how: 'added', title: 'Sau' },
    {
      how: 'added',
      title: 'Làm chuồng',
      fields: [
        { field: 'title', to: 'Làm chuồng' },
        { field: 'doers', to: ['an'] },
        { field: 'coDoers', to: ['be'] },
      ],
    },
  ])
})

it('[H4] a paragraph that an editor rebuilds is one that looks different, not one gone and one new', () => {
  const plan = new RecordedPlan()
  plan.by('lan', (doc) => proseOf(doc, 'focus').insert(0, [paragraphOf('Họp chi bộ')]))
  plan.now = minutes(20)
  plan.by('lan', (doc) =>
    doc.transact(() => {
      const prose = proseOf(doc, 'focus')
      prose.delete(0, 1)
      prose.insert(0, [heading('Họp chi bộ')])
    }),
  )
  plan.now = minutes(40)
  plan.by('lan', (doc) => {
    textOfParagraph(doc, 'focus', 0).format(0, 3, { bold: {} })
  })
  plan.now = minutes(60)
  plan.by('lan', (doc) => proseOf(doc, 'focus').delete(0, 1))
  expect(told(plan)).toMatchObject([
    { how: 'removed', from: 'Họp chi bộ' },
    { how: 'reshaped', to: 'Họp chi bộ' },
    { how: 'reshaped', to: 'Họp chi bộ' },
    { how: 'written', to: 'Họp chi bộ' },
  ])
})

it('[H5] a month begins with what it takes over, which nobody moved', () => {
  const plan = new RecordedPlan()
  plan.by(null, (doc) =>
    beginPlanDoc(doc, {
      memberIds: ['an', 'be'],
      groupIds: ['g3'],
      hamletIds: [],
      template: { review: ['Đã làm'], focus: [], organisation: [], tasks: [] },
      previous: {
        month: '2026-11',
        view: {
          assignments: [{ memberId: 'an', target: g3, slots: ['an.0'] }],
          tasks: [],
          removedTasks: [],
        },
      },
      newId: () => 'id',
    }),
  )
  plan.by('lan', (doc) => moveMember(doc, { memberId: 'an', from: g3, to: g7 }))
  expect(told(plan)).toMatchObject([
    { by: 'lan', from: [g3], to: [g7] },
    { by: null, kind: 'begun', places: 1, tasks: 0 },
  ])
})

it('[H4] an empty paragraph, a slot of nobody and a task of no name are no reason to stumble', () => {
  const plan = new RecordedPlan()
  plan.by('lan', (doc) => proseOf(doc, 'focus').insert(0, [new Y.XmlElement('paragraph')]))
  plan.by('lan', (doc) => proseOf(doc, 'focus').insert(0, [new Y.XmlText('lạc'), paragraphOf('')]))
  plan.by('lan', (doc) => doc.getMap('assignments').set('constructor', 1))
  plan.by('lan', (doc) => doc.getMap('tasks').set('x', 'y'))
  plan.by('lan', (doc) => proseOf(doc, 'focus').delete(0, 2))
  expect(told(plan)).toEqual([])
})
