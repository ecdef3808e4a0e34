import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { editTaskText } from '#domain/commands/edit-task-text.ts'
import { moveTask } from '#domain/commands/move-task.ts'
import { removeTask } from '#domain/commands/remove-task.ts'
import { setTaskDoers } from '#domain/commands/set-task-doers.ts'
import { setTaskDue } from '#domain/commands/set-task-due.ts'
import { setTaskPlace } from '#domain/commands/set-task-place.ts'
import { setTaskStatus } from '#domain/commands/set-task-status.ts'
import { unassignMember } from '#domain/commands/unassign-member.ts'
import { assignmentsOf, proseOf, tasksOf } from '#domain/plan-doc.ts'
import { openPlanDoc } from '../log/fold-rows.ts'
import { judge, type Verdict } from './gate.ts'
import { Horizon } from './horizon.ts'

const author = { personId: 'an', isHeldByAnother: () => false }
const target = { kind: 'group', id: 'g1' } as const

/** A document that the server has, with a task, a slot and a paragraph made by Bình (client 7). */
function serverDoc(): { doc: Y.Doc; owners: Map<number, string | null> } {
  const doc = openPlanDoc()
  doc.clientID = 7
  addTask(doc, { id: 't1', title: 'Sửa đường' })
  assignMember(doc, { memberId: 'm1', target })
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Tháng trước')])
  proseOf(doc, 'review').insert(0, [paragraph])
  return { doc, owners: new Map([[7, 'binh']]) }
}

/** What a client that holds the server's document sends when it does this. */
function updateOf(work: (doc: Y.Doc) => void, clientId = 11): Uint8Array {
  const doc = openPlanDoc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(serverDoc().doc))
  doc.clientID = clientId
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  work(doc)
  return Y.mergeUpdates(updates)
}

function verdictOn(update: Uint8Array, { doc, owners } = serverDoc()): Verdict['kind'] {
  const before = Y.encodeStateAsUpdate(doc)
  const { kind } = judge(update, new Horizon(doc, owners, []), author)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  return kind
}

/** Writes an update by hand: `[client, clock, structs…]` and deletes. */
function forge(
  groups: [client: number, clock: number, ...structs: ((e: encoding.Encoder) => void)[]][],
  deletes: [client: number, clock: number, length: number][] = [],
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, groups.length)
    for (const [client, clock, ...structs] of groups) {
      encoding.writeVarUint(encoder, structs.length)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const write of structs) write(encoder)
    }
    encoding.writeVarUint(encoder, deletes.length)
    for (const numbers of deletes) {
      const [client, clock, length] = numbers
      for (const number of [client, 1, clock, length]) encoding.writeVarUint(encoder, number)
    }
  })
}

const collected = (length: number) => (encoder: encoding.Encoder) => {
  encoding.writeUint8(encoder, 0)
  encoding.writeVarUint(encoder, length)
}
const skipped = (length: number) => (encoder: encoding.Encoder) => {
  encoding.writeUint8(encoder, 10)
  encoding.writeVarUint(encoder, length)
}
/** Text right of some character. */
const textAfter = (client: number, clock: number, text: string) => (encoder: encoding.Encoder) => {
  encoding.writeUint8(encoder, 4 | 128)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, text)
}

describe('an honest update', () => {
  const honest: [string, (doc: Y.Doc) => void][] = [
    ['an assignment', (doc) => assignMember(doc, { memberId: 'm2', target })],
    [
      'an assignment by field',
      (doc) =>
        assignMember(doc, {
          memberId: 'm2',
          target: { kind: 'hamlet', id: 'h1', field: 'health' },
        }),
    ],
    ['an assignment taken back', (doc) => unassignMember(doc, { memberId: 'm1', target })],
    [
      'a task',
      (doc) => addTask(doc, { id: 't2', title: 'Họp dân', doers: ['m1'], due: '2026-11-30' }),
    ],
    [
      'a task’s text',
      (doc) => editTaskText(doc, { taskId: 't1', key: 'title', text: 'Sửa đường bản' }),
    ],
    ['a task’s result', (doc) => editTaskText(doc, { taskId: 't1', key: 'result', text: 'Xong' })],
    [
      'a task’s doers',
      (doc) => setTaskDoers(doc, { taskId: 't1', doers: ['m1'], coDoers: ['m2'] }),
    ],
    ['a task’s due day', (doc) => setTaskDue(doc, { taskId: 't1', due: '2026-12-01' })],
    [
      'a task’s place',
      (doc) => setTaskPlace(doc, { taskId: 't1', place: { kind: 'groups', ids: ['g1', 'g2'] } }),
    ],
    ['a task’s status', (doc) => setTaskStatus(doc, { taskId: 't1', status: 'doing' })],
    ['a task removed', (doc) => removeTask(doc, { taskId: 't1' })],
    [
      'tasks in another order',
      (doc) => {
        addTask(doc, { id: 't2', title: 'Hai' })
        moveTask(doc, { taskId: 't2', afterId: null })
      },
    ],
    [
      'prose with marks, lists and headings',
      (doc) => {
        const heading = new Y.XmlElement('heading')
        heading.setAttribute('level', 2 as unknown as string)
        const list = new Y.XmlElement('orderedList')
        const item = new Y.XmlElement('listItem')
        const paragraph = new Y.XmlElement('paragraph')
        const text = new Y.XmlText()
        paragraph.insert(0, [text, new Y.XmlElement('hardBreak')])
        item.insert(0, [paragraph])
        list.insert(0, [item])
        proseOf(doc, 'focus').insert(0, [heading, list])
        text.insert(0, 'Việc chính', { bold: {} })
        text.format(0, 4, { bold: null, italic: {} })
      },
    ],
    [
      'words typed and deleted again',
      (doc) => {
        addTask(doc, { id: 't3', title: 'Ba' })
        editTaskText(doc, { taskId: 't3', key: 'title', text: '' })
        tasksOf(doc).delete('t3')
      },
    ],
  ]
  it.each(honest)('passes: %s', (_name, work) => {
    expect(verdictOn(updateOf(work))).toBe('new')
  })

  it('keeps its meaning through the gate, byte for byte of what was new', () => {
    const update = updateOf((doc) => {
      assignMember(doc, { memberId: 'm2', target })
      unassignMember(doc, { memberId: 'm1', target })
      editTaskText(doc, { taskId: 't1', key: 'title', text: 'Sửa cầu' })
    })
    const { doc, owners } = serverDoc()
    const verdict = judge(update, new Horizon(doc, owners, []), author)
    const plain = serverDoc().doc
    Y.applyUpdate(plain, update)
    if (verdict.kind === 'new') Y.applyUpdate(doc, verdict.update)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(plain))
  })

  it('[W4] counts for nothing when it is known, whoever sends it', () => {
    expect(verdictOn(Y.encodeStateAsUpdate(serverDoc().doc))).toBe('known')
  })

  it('loses what is known of it and keeps the rest', () => {
    const { doc, owners } = serverDoc()
    const client = openPlanDoc()
    Y.applyUpdate(client, Y.encodeStateAsUpdate(doc))
    client.clientID = 11
    assignMember(client, { memberId: 'm2', target })
    const verdict = judge(Y.encodeStateAsUpdate(client), new Horizon(doc, owners, []), author)
    expect(verdict.kind).toBe('new')
    if (verdict.kind !== 'new') return
    const { structs } = Y.decodeUpdate(verdict.update)
    expect(new Set(structs.map((struct) => struct.id.client))).toEqual(new Set([11]))
  })
})

describe('a forged update', () => {
  it('[G2] of 16 bytes that would silence a victim is refused', () => {
    const { doc } = serverDoc()
    const clock = Y.getState(doc.store, 7)
    const silencer = forge([[7, clock, collected(2 ** 19)]])
    expect(verdictOn(silencer)).toBe('foreign')
    expect(verdictOn(forge([[99, 0, collected(2 ** 40)]]))).toBe('malformed')
  })

  it('[G1] of 7 bytes that would take 250 MB takes nothing', () => {
    const bomb = encoding.encode((encoder) => {
      for (const number of [1, 32_000_000]) encoding.writeVarUint(encoder, number)
    })
    const before = process.memoryUsage().heapUsed
    expect(verdictOn(bomb)).toBe('malformed')
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000)
  })

  it('[G1] that is cut short anywhere changes nothing', () => {
    const whole = updateOf((doc) => addTask(doc, { id: 't2', title: 'Họp dân' }))
    for (let length = 0; length < whole.byteLength; length += 1) {
      expect(verdictOn(whole.slice(0, length))).toBe('malformed')
    }
  })

  it('[G2] in a client id of somebody else is foreign, also when that id has not written yet', () => {
    const update = updateOf((doc) => assignMember(doc, { memberId: 'm2', target }), 7)
    expect(verdictOn(update)).toBe('foreign')
    const { doc, owners } = serverDoc()
    const promised = { personId: 'an', isHeldByAnother: (id: number) => id === 11 }
    const early = updateOf((changed) => assignMember(changed, { memberId: 'm2', target }))
    expect(judge(early, new Horizon(doc, owners, []), promised).kind).toBe('foreign')
  })

  it('in the server’s own client id is foreign', () => {
    const { doc, owners } = serverDoc()
    owners.set(7, null)
    const update = updateOf((changed) => assignMember(changed, { memberId: 'm2', target }), 7)
    expect(verdictOn(update, { doc, owners })).toBe('foreign')
  })

  it('[G2] that jumps ahead, or builds on what is not there, is a gap', () => {
    expect(verdictOn(forge([[11, 5, collected(1)]]))).toBe('gap')
    expect(verdictOn(forge([[11, 0, textAfter(12, 3, 'x')]]))).toBe('gap')
    expect(verdictOn(forge([], [[7, 0, 100_000]]))).toBe('gap')
  })

  it('that builds on its own future, skips, or repeats a client is refused', () => {
    expect(verdictOn(forge([[11, 0, textAfter(11, 5, 'x')]]))).toBe('invalid')
    expect(verdictOn(forge([[11, 0, skipped(3), collected(1)]]))).toBe('invalid')
    expect(
      verdictOn(
        forge([
          [11, 0, collected(1)],
          [11, 9, collected(1)],
        ]),
      ),
    ).toBe('malformed')
  })

  it('whose neighbours stand in different texts is refused', () => {
    const { doc } = serverDoc()
    const title = (tasksOf(doc).get('t1') as Y.Map<Y.Text>).get('title')?._start?.id
    const words = (proseOf(doc, 'review').get(0) as Y.XmlElement).get(0)._start?.id
    if (!title || !words) throw new Error('the stage has no such texts')
    const astride = (encoder: encoding.Encoder) => {
      encoding.writeUint8(encoder, 4 | 128 | 64)
      for (const n of [title.client, title.clock, words.client, words.clock]) {
        encoding.writeVarUint(encoder, n)
      }
      encoding.writeVarString(encoder, 'x')
    }
    expect(verdictOn(forge([[11, 0, astride]]))).toBe('invalid')
  })

  const forbidden: [string, (doc: Y.Doc) => void][] = [
    ['a root that plans do not have', (doc) => doc.getMap('rights').set('an', 'secretary')],
    [
      'a slot under a foreign member',
      (doc) => assignmentsOf(doc).set('m1.1', { memberId: 'm2', target }),
    ],
    [
      'a slot of another shape',
      (doc) => assignmentsOf(doc).set('m1.1', { memberId: 'm1', target, note: 'x' }),
    ],
    [
      'a slot key that is none',
      (doc) => assignmentsOf(doc).set('__proto__', { memberId: 'm1', target }),
    ],
    ['a shared type as a slot', (doc) => assignmentsOf(doc).set('m1.1', new Y.Map())],
    ['a task that is no map', (doc) => tasksOf(doc).set('t2', 'x')],
    ['a task under a forbidden name', (doc) => tasksOf(doc).set('constructor', new Y.Map())],
    ['a task’s key that plans do not have', (doc) => taskOf(doc).set('vote', 'no')],
    ['a task’s value of another shape', (doc) => taskOf(doc).set('status', 'deleted')],
    ['a day that no calendar has', (doc) => taskOf(doc).set('due', '2026-02-30')],
    ['a title that is no text', (doc) => taskOf(doc).set('title', 'plain')],
    ['bytes', (doc) => taskOf(doc).set('field', new Uint8Array(3))],
    ['a document inside the document', (doc) => taskOf(doc).set('field', new Y.Doc())],
    ['marks in a title', (doc) => (taskOf(doc).get('title') as Y.Text).format(0, 2, { bold: {} })],
    ['an embed', (doc) => (taskOf(doc).get('title') as Y.Text).insertEmbed(0, { image: 'x' })],
    [
      'a node that prose does not have',
      (doc) => proseOf(doc, 'focus').insert(0, [new Y.XmlElement('script')]),
    ],
    [
      'an attribute that prose does not have',
      (doc) => (proseOf(doc, 'review').get(0) as Y.XmlElement).setAttribute('onclick', 'x'),
    ],
    [
      'a mark that prose does not have',
      (doc) =>
        ((proseOf(doc, 'review').get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 2, {
          link: { href: 'x' },
        }),
    ],
    [
      'a hook',
      (doc) => proseOf(doc, 'focus').insert(0, [new Y.XmlHook('x') as unknown as Y.XmlElement]),
    ],
    [
      'prose nested deeper than people write',
      (doc) => {
        let parent: Y.XmlFragment = proseOf(doc, 'focus')
        for (let depth = 0; depth < 20; depth += 1) {
          const child = new Y.XmlElement('listItem')
          parent.insert(0, [child])
          parent = child
        }
      },
    ],
  ]
  it.each(forbidden)('[G3] is refused: %s', (_name, work) => {
    expect(verdictOn(updateOf(work))).toBe('invalid')
  })

  it('[G3] with a borrowed prototype is refused', () => {
    const poisoned = (encoder: encoding.Encoder) => {
      encoding.writeUint8(encoder, 8 | 32)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, 'assignments')
      encoding.writeVarString(encoder, 'm2.0')
      encoding.writeVarUint(encoder, 1)
      const value = Object.defineProperty({ memberId: 'm2', target }, '__proto__', {
        value: { isAdmin: true },
        enumerable: true,
      })
      encoding.writeAny(encoder, value)
    }
    expect(verdictOn(forge([[11, 0, poisoned]]))).toBe('invalid')
  })

  it('[G4] nested 200,000 deep is malformed and throws nothing', () => {
    const deep = (encoder: encoding.Encoder) => {
      encoding.writeUint8(encoder, 8 | 32)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, 'assignments')
      encoding.writeVarString(encoder, 'm2.0')
      encoding.writeVarUint(encoder, 1)
      for (let depth = 0; depth < 200_000; depth += 1) {
        encoding.writeUint8(encoder, 117)
        encoding.writeVarUint(encoder, 1)
      }
      encoding.writeUint8(encoder, 126)
    }
    expect(verdictOn(forge([[11, 0, deep]]))).toBe('malformed')
  })

  it('[G3] with 20,000 roots in it is refused', () => {
    const doc = new Y.Doc()
    doc.clientID = 11
    for (let n = 0; n < 10_000; n += 1) doc.getMap(`r${n}`).set('k', 1)
    expect(verdictOn(Y.encodeStateAsUpdate(doc))).toBe('invalid')
  })

  it('[G4] with more structs than anybody writes in one go is too large', () => {
    const doc = openPlanDoc()
    doc.clientID = 11
    for (let n = 0; n < 21_000; n += 1) doc.getMap('assignments').set(String(n), n)
    const update = Y.encodeStateAsUpdate(doc)
    // Not for its bytes, of which it has fewer than a frame may have.
    expect(update.byteLength).toBeLessThan(1_000_000)
    expect(verdictOn(update)).toBe('tooLarge')
  })
})

function taskOf(doc: Y.Doc): Y.Map<unknown> {
  return tasksOf(doc).get('t1') as Y.Map<unknown>
}
