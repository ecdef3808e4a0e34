import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Passage } from '../advice/advice-place.ts'
import { anchorPassage, emptiedPlace } from '../advice/passage-anchor.ts'
import type { ProposedChange } from '../advice/proposed-change.ts'
import { newPlanDoc, proseOf } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import { inGroup, places } from '../testing/build-plan.ts'
import { addTask } from './add-task.ts'
import { assignMember } from './assign-member.ts'
import { carryOutChange, takeBackChange } from './carry-out-change.ts'
import type { WordsSpot } from './replace-words.ts'
import { takeReport } from './take-report.ts'

function writesOf(doc: Y.Doc, act: () => void): number {
  let writes = 0
  const count = () => {
    writes += 1
  }
  doc.on('update', count)
  act()
  doc.off('update', count)
  return writes
}

function there(doc: Y.Doc, change: ProposedChange, spot: WordsSpot | null = null) {
  return { doc, input: { change, newTaskId: 'new', spot } }
}

it('[Q31] another member takes a group over in one step, and back', () => {
  const doc = newPlanDoc()
  assignMember(doc, { memberId: 'a', target: inGroup('1') })
  assignMember(doc, { memberId: 'a', target: inGroup('2') })
  const { input } = there(doc, { kind: 'changeMember', groupId: '1', from: 'a', to: 'b' })
  expect(writesOf(doc, () => carryOutChange(doc, input))).toBe(1)
  expect(places(readPlan(doc).assignments)).toEqual(['a>2', 'b>1'])
  expect(writesOf(doc, () => takeBackChange(doc, input))).toBe(1)
  expect(places(readPlan(doc).assignments).sort()).toEqual(['a>1', 'a>2'])
})

it('[Q31] what cannot be carried out whole changes nothing', () => {
  const doc = newPlanDoc()
  const { input } = there(doc, { kind: 'changeMember', groupId: '1', from: 'a', to: 'b' })
  expect(writesOf(doc, () => expect(() => carryOutChange(doc, input)).toThrow('notAssigned'))).toBe(
    0,
  )
})

it('[Q31] a new task comes, goes when it is taken back, and comes again', () => {
  const doc = newPlanDoc()
  const { input } = there(doc, {
    kind: 'newTask',
    title: 'Sửa mương',
    doers: ['a'],
    groupIds: ['1'],
    due: '2026-12-20',
  })
  carryOutChange(doc, input)
  expect(readPlan(doc).tasks).toMatchObject([
    { id: 'new', doers: ['a'], place: { kind: 'groups', ids: ['1'] }, due: '2026-12-20' },
  ])
  takeBackChange(doc, input)
  expect(readPlan(doc).tasks).toEqual([])
  carryOutChange(doc, input)
  expect(readPlan(doc).tasks).toHaveLength(1)
})

it('[Q31] another day, and back', () => {
  const doc = newPlanDoc()
  addTask(doc, { id: 't', title: 'Sửa mương', due: '2026-12-20' })
  const { input } = there(doc, { kind: 'changeDue', taskId: 't', from: '2026-12-20', to: null })
  carryOutChange(doc, input)
  expect(readPlan(doc).tasks[0]?.due).toBe(null)
  takeBackChange(doc, input)
  expect(readPlan(doc).tasks[0]?.due).toBe('2026-12-20')
})

it('[Q31] other words keep the look of what they replace, and what stands beside them', () => {
  const doc = newPlanDoc()
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.applyDelta([{ insert: 'Đến từng hộ ' }, { insert: 'một lần', attributes: { bold: {} } }])
  paragraph.insert(0, [text])
  proseOf(doc, 'focus').insert(0, [paragraph])
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
    text: 'hai\nlần',
  }
  carryOutChange(doc, there(doc, change, { text, at: 12, length: 7 }).input)
  expect(text.toDelta()).toEqual([
    { insert: 'Đến từng hộ ' },
    { insert: 'hai lần', attributes: { bold: {} } },
  ])
  takeBackChange(doc, there(doc, change, { text, at: 12, length: 7 }).input)
  expect(text.toString()).toContain('một lần')
  expect(() => carryOutChange(doc, there(doc, change).input)).toThrow('badInput')
})

it.each([
  ['a b c', 2, 'a c'],
  ['b c', 0, 'c'],
  ['a b', 2, 'a'],
  ['a b.', 2, 'a.'],
  ['(b) c', 1, '() c'],
  ['b.', 0, '.'],
])(
  '[Q31] words that are deleted from “%s” leave no double space, and come back as they stood',
  (before, at, left) => {
    const doc = newPlanDoc()
    const text = new Y.XmlText(before)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    proseOf(doc, 'focus').insert(0, [paragraph])
    const passage: Passage = {
      kind: 'passage',
      part: 'focus',
      quote: 'b',
      prefix: '',
      suffix: '',
      occurrence: 0,
    }
    const change: ProposedChange = { kind: 'replaceText', passage, text: '' }
    const anchor = anchorPassage(doc, passage) ?? ''
    expect(emptiedPlace(doc, anchor)).toBe(null)
    carryOutChange(doc, there(doc, change, { text, at, length: 1 }).input)
    expect(text.toString()).toBe(left)
    const gone = emptiedPlace(doc, anchor)
    const spot = gone && { text: gone.place, at: gone.at, length: 0 }
    takeBackChange(doc, there(doc, change, spot).input)
    expect(text.toString()).toBe(before)
  },
)

it('[Q36] a report becomes the status of its task and a sentence behind its result, once', () => {
  const doc = newPlanDoc()
  addTask(doc, { id: 't', title: 'Sửa mương' })
  const partly = {
    outcome: 'partly',
    figure: { done: 3, of: 5 },
    reason: null,
    next: null,
  } as const
  expect(takeReport(doc, { taskId: 't', report: partly })).toEqual({ status: 'todo', result: '' })
  const late = { outcome: 'notDone', figure: null, reason: 'weather', next: 'continue' } as const
  takeReport(doc, { taskId: 't', report: late })
  takeReport(doc, { taskId: 't', report: late })
  expect(readPlan(doc).tasks[0]).toMatchObject({
    status: 'notDone',
    result: 'Xong 3/5. Chưa xong: do thời tiết; đề nghị tháng sau làm tiếp',
  })
  expect(() => takeReport(doc, { taskId: 'gone', report: late })).toThrow('unknownTask')
})
