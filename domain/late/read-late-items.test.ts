import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addTask } from '../commands/add-task.ts'
import { assignMember } from '../commands/assign-member.ts'
import { editTaskText } from '../commands/edit-task-text.ts'
import { moveMember } from '../commands/move-member.ts'
import { setTaskStatus } from '../commands/set-task-status.ts'
import { unassignMember } from '../commands/unassign-member.ts'
import { assignmentsOf, newPlanDoc, proseOf } from '../plan-doc.ts'
import { inGroup } from '../testing/build-plan.ts'
import { paragraphOf, textOfParagraph } from '../testing/build-prose.ts'
import { readLateItems } from './read-late-items.ts'

const g3 = inGroup('g3')
const g5 = inGroup('g5')
const g7 = inGroup('g7')

/** A plan, what others did to it until the end, and what somebody did meanwhile without hearing of that. */
function late(
  begin: (doc: Y.Doc) => void,
  others: (doc: Y.Doc) => void,
  author: (doc: Y.Doc) => void,
  clients = { others: 20, author: 10 },
) {
  const first = newPlanDoc()
  begin(first)
  const base = copyOf(first, clients.others)
  others(base)
  const own = copyOf(first, clients.author)
  const parts: Uint8Array[] = []
  own.on('update', (update: Uint8Array) => parts.push(update))
  author(own)
  const items = readLateItems(base, parts)
  return { base, items, changes: items?.map(({ change }) => change) }
}

function copyOf(doc: Y.Doc, clientId: number): Y.Doc {
  const copy = newPlanDoc()
  copy.clientID = clientId
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

const nothing = () => undefined

it('[F71] each thing that a late edit touches is one item, as it was and as its author wrote it', () => {
  const { changes, base } = late(
    (doc) => {
      assignMember(doc, { memberId: 'an', target: g3 })
      addTask(doc, { id: 't1', title: 'Đắp đường' })
      proseOf(doc, 'focus').insert(0, [paragraphOf('Trồng cây.')])
    },
    nothing,
    (doc) => {
      moveMember(doc, { memberId: 'an', from: g3, to: g7 })
      editTaskText(doc, { taskId: 't1', key: 'title', text: 'Đắp đường bản' })
      addTask(doc, { id: 't2', title: 'Họp bản' })
      textOfParagraph(doc, 'focus', 0).insert(0, 'Ngày 20: ')
    },
  )
  expect(changes).toEqual([
    { kind: 'places', memberId: 'an', from: [g3], to: [g7] },
    expect.objectContaining({ kind: 'task', how: 'edited', taskId: 't1' }),
    expect.objectContaining({ kind: 'task', how: 'added', taskId: 't2', title: 'Họp bản' }),
    { kind: 'prose', part: 'focus', how: 'edited', from: 'Trồng cây.', to: 'Ngày 20: Trồng cây.' },
  ])
  expect([...base.getMap('tasks').keys()]).toEqual(['t1'])
})

it.each([
  ['loses to', { others: 20, author: 10 }],
  ['wins over', { others: 10, author: 20 }],
])('[F71] a move that %s another’s is told either way', (_, clients) => {
  const { changes } = late(
    (doc) => {
      assignMember(doc, { memberId: 'an', target: g3 })
      addTask(doc, { id: 't1', title: 'Đắp đường' })
    },
    (doc) => {
      moveMember(doc, { memberId: 'an', from: g3, to: g5 })
      setTaskStatus(doc, { taskId: 't1', status: 'doing' })
    },
    (doc) => {
      moveMember(doc, { memberId: 'an', from: g3, to: g7 })
      setTaskStatus(doc, { taskId: 't1', status: 'done' })
    },
    clients,
  )
  expect(changes).toEqual([
    { kind: 'places', memberId: 'an', from: [g5], to: [g7] },
    expect.objectContaining({ fields: [{ field: 'status', from: 'doing', to: 'done' }] }),
  ])
})

it('[F71] what the author took back is not told, and an edit without any effect says that', () => {
  const { items } = late(
    (doc) => assignMember(doc, { memberId: 'an', target: g3 }),
    (doc) => moveMember(doc, { memberId: 'an', from: g3, to: g5 }),
    (doc) => {
      assignMember(doc, { memberId: 'binh', target: g7 })
      unassignMember(doc, { memberId: 'binh', target: g7 })
    },
  )
  expect(items).toEqual([{ key: 'whole', change: { kind: 'nothing' } }])
})

it('[F71] words in a paragraph that somebody else deleted are still there to be read', () => {
  const { changes } = late(
    (doc) => proseOf(doc, 'focus').insert(0, [paragraphOf('Trồng cây.')]),
    (doc) => proseOf(doc, 'focus').delete(0, 1),
    (doc) => {
      const text = textOfParagraph(doc, 'focus', 0)
      text.insert(10, ' Mỗi hộ 20 cây quế x')
      text.delete(28, 2)
    },
  )
  expect(changes).toEqual([{ kind: 'words', text: 'Mỗi hộ 20 cây quế' }])
})

it('[F71] an edit that builds on something unknown is not read as something else', () => {
  const own = newPlanDoc()
  assignMember(own, { memberId: 'an', target: g3 })
  const parts: Uint8Array[] = []
  own.on('update', (update: Uint8Array) => parts.push(update))
  moveMember(own, { memberId: 'an', from: g3, to: g7 })
  expect(readLateItems(newPlanDoc(), parts)).toBe(null)
})

it('[F71] an edit of thousands of places takes no longer for each than one of few', () => {
  const { items } = late(nothing, nothing, (doc) => {
    doc.transact(() => {
      for (let n = 0; n < 4_000; n += 1)
        assignmentsOf(doc).set(`m${n}.0`, { memberId: `m${n}`, target: g3 })
    })
  })
  expect(items).toHaveLength(4_000)
})
