import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { editTaskText } from '#domain/commands/edit-task-text.ts'
import { hasGap, proseOf, rootName } from '#domain/plan-doc.ts'
import { foldInto, openPlanDoc } from '../log/fold-rows.ts'
import { judge } from './gate.ts'
import { Horizon } from './horizon.ts'

const target = { kind: 'group', id: 'g1' } as const
const author = { personId: 'an', isHeldByAnother: () => false }

function begun(): Y.Doc {
  const doc = openPlanDoc()
  doc.clientID = 7
  addTask(doc, { id: 't1', title: 'Sửa đường' })
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Tháng trước')])
  proseOf(doc, 'review').insert(0, [paragraph])
  return doc
}

/** Everything that someone with the server's document did in one go. */
function honestUpdate(): Uint8Array {
  const doc = openPlanDoc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(begun()))
  doc.clientID = 11
  const before = Y.encodeStateVector(doc)
  assignMember(doc, { memberId: 'm2', target })
  addTask(doc, { id: 't2', title: 'Họp dân', doers: ['m1'], due: '2026-11-30' })
  editTaskText(doc, { taskId: 't1', key: 'title', text: 'Sửa cầu' })
  const words = (proseOf(doc, 'review').get(0) as Y.XmlElement).get(0) as Y.XmlText
  words.insert(3, 'x', { bold: {} })
  words.delete(0, 2)
  return Y.encodeStateAsUpdate(doc, before)
}

/** One careless or careful change of some bytes. */
interface Mutation {
  kind: 'set' | 'cut' | 'insert'
  at: number
  byte: number
}

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    kind: fc.constantFrom<'set' | 'insert'>('set', 'insert'),
    at: fc.nat(),
    byte: fc.nat(255),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), byte: fc.nat(9) }),
)

function change(bytes: Uint8Array, { kind, at, byte }: Mutation): Uint8Array {
  const place = bytes.length === 0 ? 0 : at % bytes.length
  const rest = kind === 'insert' ? place : place + (kind === 'set' ? 1 : byte)
  const between = kind === 'cut' ? [] : [byte]
  return Uint8Array.from([...bytes.subarray(0, place), ...between, ...bytes.subarray(rest)])
}

describe('the gate, given anything', () => {
  it('[G1] lets through only what a document takes whole', () => {
    const honest = honestUpdate()
    let passed = 0
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const bytes = mutations.reduce(change, honest)
        const doc = begun()
        const verdict = judge(bytes, new Horizon(doc, new Map([[7, 'binh']]), []), author)
        if (verdict.kind !== 'new') return
        passed += 1
        foldInto(doc, [verdict.update])
        expect(hasGap(doc)).toBe(false)
        expect([...doc.share.keys()].sort()).toEqual(Object.values(rootName).sort())
      }),
      { numRuns: 5_000, seed: 20261122 },
    )
    // Otherwise the property would say nothing.
    expect(passed).toBeGreaterThan(50)
  })
})
