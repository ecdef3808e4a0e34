import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { moveMember } from '#domain/commands/move-member.ts'
import { unassignMember } from '#domain/commands/unassign-member.ts'
import { newPlanDoc } from '#domain/plan-doc.ts'
import type { Target } from '#domain/plan-view.ts'
import { readPlan } from '#domain/read-plan.ts'
import { type ContestedMove, watchContestedMoves } from './contested-moves.ts'

const server = Symbol('server')
const group = (id: string): Target => ({ kind: 'group', id })
const memberId = 'm1'

/** Two people at one plan in which the member looks after group 1. */
function twoPeople() {
  const start = newPlanDoc()
  assignMember(start, { memberId, target: group('g1') })
  const people = [1, 2].map((clientID) => {
    const doc = newPlanDoc()
    doc.clientID = clientID
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(start), server)
    const told: ContestedMove[] = []
    watchContestedMoves(
      doc,
      (origin) => origin === server,
      (move) => told.push(move),
      () => 0,
    )
    return { doc, told }
  })
  const [ann, binh] = people
  if (!ann || !binh) throw new Error('two people were made')
  return { ann, binh }
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)]
  Y.applyUpdate(a, fromB, server)
  Y.applyUpdate(b, fromA, server)
}

describe('moves that crossed', () => {
  it('tells both when two people moved one member at once, with one place kept', () => {
    const { ann, binh } = twoPeople()
    moveMember(ann.doc, { memberId, from: group('g1'), to: group('g3') })
    moveMember(binh.doc, { memberId, from: group('g1'), to: group('g5') })
    exchange(ann.doc, binh.doc)
    const [place, ...more] = readPlan(ann.doc).assignments
    expect(more).toEqual([])
    const kept = place?.target
    expect(ann.told).toMatchObject([
      { memberId, mine: group('g3'), theirs: group('g5'), kept, byClient: 2 },
    ])
    expect(binh.told).toMatchObject([
      { memberId, mine: group('g5'), theirs: group('g3'), kept, byClient: 1 },
    ])
  })

  it('tells nobody when one moved the member after seeing the other do it', () => {
    const { ann, binh } = twoPeople()
    moveMember(ann.doc, { memberId, from: group('g1'), to: group('g3') })
    exchange(ann.doc, binh.doc)
    moveMember(binh.doc, { memberId, from: group('g3'), to: group('g5') })
    exchange(ann.doc, binh.doc)
    expect([...ann.told, ...binh.told]).toEqual([])
  })

  it('tells of several moves on one side only what matters', () => {
    const { ann, binh } = twoPeople()
    moveMember(ann.doc, { memberId, from: group('g1'), to: group('g3') })
    moveMember(ann.doc, { memberId, from: group('g3'), to: group('g4') })
    moveMember(binh.doc, { memberId, from: group('g1'), to: group('g5') })
    exchange(ann.doc, binh.doc)
    expect(ann.told.at(-1)).toMatchObject({ mine: group('g4'), theirs: group('g5') })
    expect(binh.told.length).toBeGreaterThan(0)
  })

  it('tells when one took the member off while the other moved on', () => {
    const { ann, binh } = twoPeople()
    unassignMember(ann.doc, { memberId, target: group('g1') })
    moveMember(binh.doc, { memberId, from: group('g1'), to: group('g5') })
    exchange(ann.doc, binh.doc)
    expect(ann.told).toMatchObject([{ mine: null, theirs: group('g5'), kept: group('g5') }])
  })

  it('tells of work that comes back from the outbox and meets another move', () => {
    const { ann, binh } = twoPeople()
    const offline = newPlanDoc()
    offline.clientID = 9
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(ann.doc), server)
    const known = Y.encodeStateVector(offline)
    moveMember(offline, { memberId, from: group('g1'), to: group('g7') })
    const unsent = Y.encodeStateAsUpdate(offline, known)
    moveMember(binh.doc, { memberId, from: group('g1'), to: group('g5') })
    exchange(ann.doc, binh.doc)
    Y.applyUpdate(ann.doc, unsent, 'outbox')
    const kept = readPlan(ann.doc).assignments[0]?.target
    expect(ann.told).toMatchObject([{ mine: group('g7'), theirs: group('g5'), kept, byClient: 2 }])
  })
})
