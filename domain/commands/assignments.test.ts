import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { DomainError } from '../errors.ts'
import { assignmentsOf, newPlanDoc, ownMove } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import { inGroup, inHamlet, places, sync, twoDocs } from '../testing/build-plan.ts'
import { assignMember } from './assign-member.ts'
import { moveMember } from './move-member.ts'
import { setMemberPlaces } from './set-member-places.ts'
import { unassignMember } from './unassign-member.ts'

const an = 'an'

function codeOf(act: () => void): string {
  try {
    act()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  return 'none'
}

function keysOf(doc: Y.Doc): string[] {
  return [...assignmentsOf(doc).keys()].sort()
}

it('[A1] assigning takes the lowest free slot of the member', () => {
  const doc = newPlanDoc()
  assignMember(doc, { memberId: an, target: inGroup('g1') })
  assignMember(doc, { memberId: an, target: inGroup('g2') })
  unassignMember(doc, { memberId: an, target: inGroup('g1') })
  assignMember(doc, { memberId: an, target: inHamlet('h2') })
  expect(keysOf(doc)).toEqual(['an.0', 'an.1'])
  expect(places(readPlan(doc).assignments)).toEqual(['an>h2', 'an>g2'])
})

it('[A1] a member is never put twice into the same place', () => {
  const doc = newPlanDoc()
  assignMember(doc, { memberId: an, target: inGroup('g1') })
  expect(codeOf(() => assignMember(doc, { memberId: an, target: inGroup('g1') }))).toBe(
    'alreadyAssigned',
  )
  expect(keysOf(doc)).toEqual(['an.0'])
})

it('[A2] moving rewrites the slot, and two moves at once leave one place', () => {
  const base = newPlanDoc()
  assignMember(base, { memberId: an, target: inGroup('g1') })
  const [low, high] = twoDocs(base)
  moveMember(low, { memberId: an, from: inGroup('g1'), to: inGroup('g2') })
  moveMember(high, { memberId: an, from: inGroup('g1'), to: inGroup('g3') })
  sync(low, high)
  expect(keysOf(low)).toEqual(['an.0'])
  expect(readPlan(low)).toEqual(readPlan(high))
})

it('[A2] moving from where nobody is, or to where the member is, changes nothing', () => {
  const doc = newPlanDoc()
  assignMember(doc, { memberId: an, target: inGroup('g1') })
  assignMember(doc, { memberId: an, target: inGroup('g2') })
  const before = Y.encodeStateVector(doc)
  const move = (from: string, to: string) => () =>
    moveMember(doc, { memberId: an, from: inGroup(from), to: inGroup(to) })
  expect(codeOf(move('g9', 'g3'))).toBe('notAssigned')
  expect(codeOf(move('g1', 'g2'))).toBe('alreadyAssigned')
  expect(codeOf(move('g1', 'g1'))).toBe('alreadyAssigned')
  expect(Y.encodeStateVector(doc)).toEqual(before)
})

it('[A3] unassigning clears every slot that says the same', () => {
  const doc = newPlanDoc()
  const slot = { memberId: an, target: inGroup('g1') }
  assignmentsOf(doc).set('an.0', slot)
  assignmentsOf(doc).set('an.4', slot)
  expect(readPlan(doc).assignments).toEqual([{ ...slot, slots: ['an.0', 'an.4'] }])
  unassignMember(doc, slot)
  expect(keysOf(doc)).toEqual([])
  expect(codeOf(() => unassignMember(doc, slot))).toBe('notAssigned')
})

it('[A2] moving a place of several slots leaves one', () => {
  const doc = newPlanDoc()
  const slot = { memberId: an, target: inGroup('g1') }
  assignmentsOf(doc).set('an.0', slot)
  assignmentsOf(doc).set('an.4', slot)
  moveMember(doc, { memberId: an, from: inGroup('g1'), to: inGroup('g2') })
  expect(keysOf(doc)).toEqual(['an.0'])
})

it('[A4] bad input is refused and changes nothing', () => {
  const doc = newPlanDoc()
  const bad: unknown[] = [
    { memberId: '', target: inGroup('g1') },
    { memberId: '__proto__', target: inGroup('g1') },
    { memberId: 'a.b', target: inGroup('g1') },
    { memberId: an, target: { kind: 'group', id: 'x'.repeat(65) } },
    { memberId: an, target: { kind: 'hamlet', id: 'h1', field: 'music' } },
    { memberId: an, target: null },
    { memberId: 7, target: inGroup('g1') },
  ]
  for (const input of bad) {
    const given = input as Parameters<typeof assignMember>[1]
    expect(codeOf(() => assignMember(doc, given))).toBe('badInput')
  }
  expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(newPlanDoc()))
})

it('[A4] one member holds at most twenty places', () => {
  const doc = newPlanDoc()
  for (let at = 0; at < 20; at += 1) assignMember(doc, { memberId: an, target: inGroup(`g${at}`) })
  expect(codeOf(() => assignMember(doc, { memberId: an, target: inGroup('g20') }))).toBe(
    'tooManyPlaces',
  )
})

it('[A5] each command is one transaction with the origin of own moves, unless told otherwise', () => {
  const doc = newPlanDoc()
  const origins: unknown[] = []
  doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
  assignMember(doc, { memberId: an, target: inGroup('g1') })
  setMemberPlaces(doc, { memberId: an, targets: [inGroup('g2'), inGroup('g3')] })
  unassignMember(doc, { memberId: an, target: inGroup('g2') }, 'other')
  expect(origins).toEqual([ownMove, ownMove, 'other'])
})

it('[A7] giving a member exactly these places keeps what stays and reuses slots', () => {
  const doc = newPlanDoc()
  assignMember(doc, { memberId: an, target: inGroup('g1') })
  assignMember(doc, { memberId: an, target: inGroup('g2') })
  setMemberPlaces(doc, { memberId: an, targets: [inGroup('g2'), inGroup('g3')] })
  expect(keysOf(doc)).toEqual(['an.0', 'an.1'])
  expect(places(readPlan(doc).assignments).sort()).toEqual(['an>g2', 'an>g3'])
  setMemberPlaces(doc, { memberId: an, targets: [] })
  expect(readPlan(doc).assignments).toEqual([])
  const twice = [inGroup('g1'), inGroup('g1')]
  expect(codeOf(() => setMemberPlaces(doc, { memberId: an, targets: twice }))).toBe(
    'alreadyAssigned',
  )
})
