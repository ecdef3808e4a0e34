import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addTask } from '../commands/add-task.ts'
import { assignMember } from '../commands/assign-member.ts'
import { fillProse } from '../commands/fill-prose.ts'
import { unassignMember } from '../commands/unassign-member.ts'
import { readPlanContent } from '../plan-content.ts'
import { newPlanDoc, proseOf } from '../plan-doc.ts'
import { inGroup } from '../testing/build-plan.ts'
import { group, member, rosterOf } from '../testing/build-roster.ts'
import { canonicalJson, sha256Hex } from './canonical-json.ts'
import { contentChanges } from './content-changes.ts'
import { recordContent } from './record-content.ts'

const month = '2026-12'
const roster = rosterOf([member('an'), member('binh')], [group('g1'), group('g2')])

function contentOf(doc: Y.Doc, of = roster) {
  return recordContent(of, readPlanContent(doc), month)
}
const textOf = (doc: Y.Doc) => canonicalJson(contentOf(doc))

function written(doc: Y.Doc): Y.XmlText {
  fillProse(doc, 'focus', ['Vét mương'])
  const block = proseOf(doc, 'focus').get(0)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('no text')
  return text
}

it('[F2] equal content has one text, whatever way the document came to it', () => {
  const straight = newPlanDoc()
  assignMember(straight, { memberId: 'an', target: inGroup('g1') })
  assignMember(straight, { memberId: 'an', target: inGroup('g2') })
  written(straight)
  const winding = newPlanDoc()
  assignMember(winding, { memberId: 'an', target: inGroup('g2') })
  assignMember(winding, { memberId: 'binh', target: inGroup('g2') })
  assignMember(winding, { memberId: 'an', target: inGroup('g1') })
  unassignMember(winding, { memberId: 'binh', target: inGroup('g2') })
  const text = written(winding)
  // A mark that was put on and taken off again leaves traces that nobody sees.
  text.format(0, 3, { bold: true })
  text.format(0, 3, { bold: null })
  proseOf(winding, 'focus').push([new Y.XmlElement('paragraph')])
  expect(textOf(winding)).toBe(textOf(straight))
  expect(sha256Hex(textOf(winding))).toBe(sha256Hex(textOf(straight)))
  text.format(0, 3, { bold: true })
  expect(textOf(winding)).not.toBe(textOf(straight))
})

it('[F2] of places and people only those are in it that exist', () => {
  const doc = newPlanDoc()
  assignMember(doc, { memberId: 'an', target: inGroup('gone') })
  assignMember(doc, { memberId: 'stranger', target: inGroup('g1') })
  addTask(doc, {
    id: 't1',
    title: 'Vét mương',
    doers: ['an', 'stranger'],
    place: { kind: 'groups', ids: ['gone', 'g1'] },
  })
  const content = contentOf(doc)
  expect(content.assignments).toEqual([])
  expect(content.tasks).toMatchObject([
    { doers: ['an'], place: { kind: 'groups', ids: ['g1'] }, status: 'todo' },
  ])
})

it('[F5] tells what became of a content since: places, tasks, prose, and the roster', () => {
  const doc = newPlanDoc()
  assignMember(doc, { memberId: 'an', target: inGroup('g1') })
  addTask(doc, { id: 't1', title: 'Vét mương' })
  addTask(doc, { id: 't2', title: 'Họp nhóm' })
  fillProse(doc, 'review', ['Một', 'Hai', 'Ba'])
  const before = contentOf(doc)
  expect(contentChanges(before, contentOf(doc))).toEqual({ changes: [], roster: [] })

  unassignMember(doc, { memberId: 'an', target: inGroup('g1') })
  const second = proseOf(doc, 'review').get(1)
  if (second instanceof Y.XmlElement) (second.get(0) as Y.XmlText).insert(0, 'Chính ')
  addTask(doc, { id: 't3', title: 'Trồng rừng' })
  const others = rosterOf([member('an'), member('binh', { name: 'Lò Thị Bình' })], [group('g1')])
  expect(contentChanges(before, contentOf(doc, others))).toMatchObject({
    changes: [
      { kind: 'places', memberId: 'an', from: [inGroup('g1')], to: [] },
      { kind: 'task', how: 'added', taskId: 't3' },
      { kind: 'prose', part: 'review', how: 'edited', from: 'Hai', to: 'Chính Hai' },
    ],
    roster: [
      {
        kind: 'member',
        how: 'edited',
        name: 'Lò Thị Bình',
        facts: [{ fact: 'name', from: 'Lò Văn binh', to: 'Lò Thị Bình' }],
      },
      { kind: 'group', how: 'removed', name: 'Nhóm g2' },
    ],
  })
})

it('[F2] a content that was kept as text says nothing else than before', () => {
  const doc = newPlanDoc()
  written(doc)
  const kept = JSON.parse(textOf(doc)) as ReturnType<typeof contentOf>
  expect(contentChanges(kept, contentOf(doc))).toEqual({ changes: [], roster: [] })
})
