import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { editTaskText } from '#domain/commands/edit-task-text.ts'
import { moveMember } from '#domain/commands/move-member.ts'
import { removeTask } from '#domain/commands/remove-task.ts'
import { newPlanDoc, proseOf } from '#domain/plan-doc.ts'
import { readPlan } from '#domain/read-plan.ts'
import { changesBetween } from './changes-between.ts'
import { takePicture } from './plan-picture.ts'

const group = (id: string) => ({ kind: 'group', id }) as const

function write(doc: Y.Doc, text: string): Y.XmlText {
  const paragraph = new Y.XmlElement('paragraph')
  const words = new Y.XmlText(text)
  paragraph.insert(0, [words])
  proseOf(doc, 'focus').push([paragraph])
  return words
}

describe('changes as a person counts them', () => {
  function changesOf(act: (doc: Y.Doc) => void) {
    const doc = newPlanDoc()
    assignMember(doc, { memberId: 'm1', target: group('g1') })
    addTask(doc, { id: 't1', title: 'Dọn mương' })
    write(doc, 'Trồng rừng')
    const before = takePicture(doc, readPlan(doc))
    act(doc)
    return changesBetween(before, takePicture(doc, readPlan(doc)))
  }

  it('is nothing when nothing changed', () => {
    expect(changesOf(() => undefined)).toEqual([])
  })

  it('counts a move once, with both places', () => {
    const changes = changesOf((doc) =>
      moveMember(doc, { memberId: 'm1', from: group('g1'), to: group('g2') }),
    )
    expect(changes).toEqual([
      { kind: 'place', memberId: 'm1', from: [group('g1')], to: [group('g2')] },
    ])
  })

  it('counts a task once, however much of it was typed', () => {
    const changes = changesOf((doc) => {
      editTaskText(doc, { taskId: 't1', key: 'title', text: 'Dọn mương, sửa đường' })
      editTaskText(doc, { taskId: 't1', key: 'result', text: 'xong' })
    })
    expect(changes).toMatchObject([
      { kind: 'task', how: 'edited', title: 'Dọn mương, sửa đường', result: 'xong' },
    ])
  })

  it('tells tasks that were added and removed', () => {
    const changes = changesOf((doc) => {
      addTask(doc, { id: 't2', title: 'Họp dân' })
      removeTask(doc, { taskId: 't1' })
    })
    expect(changes.map((change) => change.kind === 'task' && change.how)).toEqual([
      'added',
      'removed',
    ])
  })

  it('tells an edited paragraph once, as what it says now', () => {
    const changes = changesOf((doc) => {
      const paragraph = proseOf(doc, 'focus').get(0) as Y.XmlElement
      const words = paragraph.get(0) as Y.XmlText
      words.insert(words.length, ' đầu nguồn')
    })
    expect(changes).toEqual([
      { kind: 'prose', part: 'focus', how: 'written', text: 'Trồng rừng đầu nguồn' },
    ])
  })

  it('tells a paragraph that was deleted', () => {
    const changes = changesOf((doc) => proseOf(doc, 'focus').delete(0, 1))
    expect(changes).toEqual([{ kind: 'prose', part: 'focus', how: 'removed', text: 'Trồng rừng' }])
  })
})
