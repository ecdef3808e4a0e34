import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { assignMember } from './commands/assign-member.ts'
import { moveMember } from './commands/move-member.ts'
import { unassignMember } from './commands/unassign-member.ts'
import { type ContestedMove, watchContestedMoves } from './contested-moves.ts'
import { newPlanDoc } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { inGroup, places, sync, twoDocs } from './testing/build-plan.ts'

function contest(): {
  low: Y.Doc
  high: Y.Doc
  told: { low: ContestedMove[]; high: ContestedMove[] }
} {
  const base = newPlanDoc()
  // The same client id each time, so that two of these beginnings are the same document.
  base.clientID = 1
  assignMember(base, { memberId: 'an', target: inGroup('g1') })
  const [low, high] = twoDocs(base)
  const told = { low: [] as ContestedMove[], high: [] as ContestedMove[] }
  watchContestedMoves(low, (each) => told.low.push(each))
  watchContestedMoves(high, (each) => told.high.push(each))
  return { low, high, told }
}

function move(doc: Y.Doc, from: string, to: string): void {
  moveMember(doc, { memberId: 'an', from: inGroup(from), to: inGroup(to) })
}

it('[A6] tells both when two people move one member at once: one place, one winner, both targets', () => {
  const { low, high, told } = contest()
  const forHigh: Uint8Array[] = []
  const forLow: Uint8Array[] = []
  low.on('update', (update) => forHigh.push(update))
  high.on('update', (update) => forLow.push(update))
  move(low, 'g1', 'g2')
  move(high, 'g1', 'g3')
  for (const update of [...forHigh]) Y.applyUpdate(high, update, 'remote')
  for (const update of [...forLow]) Y.applyUpdate(low, update, 'remote')
  expect(places(readPlan(low).assignments)).toEqual(['an>g3'])
  expect(readPlan(high)).toEqual(readPlan(low))
  const both = { memberId: 'an', slot: 'an.0' }
  expect(told.low).toEqual([
    { ...both, won: false, mine: inGroup('g2'), theirs: inGroup('g3'), otherClient: 20 },
  ])
  expect(told.high).toEqual([
    { ...both, won: true, mine: inGroup('g3'), theirs: inGroup('g2'), otherClient: 10 },
  ])
})

it('[A6] the winner is told even when the lost move arrives without its content', () => {
  const { low, high, told } = contest()
  move(high, 'g1', 'g3')
  move(low, 'g1', 'g2')
  // The loser meets the winner's move first and forgets the content of its own, as a server's copy does.
  sync(low, high)
  const late = contest()
  move(late.high, 'g1', 'g3')
  const forgotten = Y.encodeStateAsUpdate(low, Y.encodeStateVector(late.high))
  Y.applyUpdate(late.high, forgotten, 'remote')
  expect(told.low).toHaveLength(1)
  expect(late.told.high).toEqual([
    expect.objectContaining({ won: true, mine: inGroup('g3'), theirs: null, otherClient: 10 }),
  ])
})

it('[A6] moving a member after having seen the other move is no contest, in either direction', () => {
  const { low, high, told } = contest()
  move(low, 'g1', 'g2')
  sync(low, high)
  move(high, 'g2', 'g3')
  sync(low, high)
  move(low, 'g3', 'g4')
  sync(low, high)
  expect(told).toEqual({ low: [], high: [] })
  expect(places(readPlan(high).assignments)).toEqual(['an>g4'])
})

it('[A6] a move that lost is told once, not again with every later move', () => {
  const { low, high, told } = contest()
  move(low, 'g1', 'g2')
  move(high, 'g1', 'g3')
  sync(low, high)
  move(high, 'g3', 'g5')
  sync(low, high)
  expect(told.low).toHaveLength(1)
  expect(told.high).toHaveLength(1)
})

it('[A6] only the newest own move is compared, also when several lie deleted beside each other', () => {
  const { low, high, told } = contest()
  move(low, 'g1', 'g2')
  sync(low, high)
  move(low, 'g2', 'g4')
  move(low, 'g4', 'g6')
  // The other has seen only the first of the three.
  move(high, 'g2', 'g3')
  sync(low, high)
  expect(told.low).toEqual([
    expect.objectContaining({ won: false, mine: inGroup('g6'), theirs: inGroup('g3') }),
  ])
  expect(told.high).toEqual([
    expect.objectContaining({ won: true, mine: inGroup('g3'), theirs: inGroup('g6') }),
  ])
})

it('[A6] putting an unassigned member into two groups at once is a contest too', () => {
  const [low, high] = twoDocs(newPlanDoc())
  const told: ContestedMove[] = []
  watchContestedMoves(low, (each) => told.push(each))
  assignMember(low, { memberId: 'be', target: inGroup('g1') })
  assignMember(high, { memberId: 'be', target: inGroup('g2') })
  sync(low, high)
  expect(places(readPlan(low).assignments)).toEqual(['be>g2'])
  expect(told).toEqual([
    expect.objectContaining({ memberId: 'be', won: false, theirs: inGroup('g2') }),
  ])
})

it('[A6] an own place that another took back is no longer contested', () => {
  const { low, high, told } = contest()
  const late = newPlanDoc()
  late.clientID = 30
  Y.applyUpdate(late, Y.encodeStateAsUpdate(low))
  move(low, 'g1', 'g2')
  sync(low, high)
  unassignMember(high, { memberId: 'an', target: inGroup('g2') })
  sync(low, high)
  move(late, 'g1', 'g3')
  sync(low, late)
  expect(told.low).toEqual([])
})

it('[A6] the same move made by two people is no contest, and a watch that ended says nothing', () => {
  const { low, high, told } = contest()
  const after: ContestedMove[] = []
  watchContestedMoves(low, (each) => after.push(each))()
  move(low, 'g1', 'g2')
  move(high, 'g1', 'g2')
  sync(low, high)
  expect(told).toEqual({ low: [], high: [] })
  expect(after).toEqual([])
})
