import { expect, it } from 'vitest'
import { resultingGroups, verdict } from './assignability.ts'
import { assignMember } from './commands/assign-member.ts'
import { coverage } from './coverage.ts'
import { identityLine, placesOfMembers } from './identity-line.ts'
import { loadOf, mostGroups } from './load-of.ts'
import { needsAttention } from './needs-attention.ts'
import { newPlanDoc } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { sortGroups } from './sort-groups.ts'
import { suggestMember } from './suggestion.ts'
import { inGroup, inHamlet, planOf } from './testing/build-plan.ts'
import { group, member, rosterOf, today } from './testing/build-roster.ts'

const exempt = { kind: 'exempt', until: null } as const

function byField(memberId: string, hamletId: string) {
  const doc = newPlanDoc()
  assignMember(doc, { memberId, target: inHamlet(hamletId) })
  return readPlan(doc)
}

it('[K1] coverage counts groups with somebody of the roster, and the households in them', () => {
  const roster = rosterOf(
    [member('an')],
    [group('g1', { poor: 2, nearPoor: 1 }), group('g2', { households: 5, poor: 1 })],
  )
  expect(coverage(roster, planOf(['an', 'g1'], ['an', 'gone'], ['stranger', 'g2']))).toEqual({
    groups: { done: 1, all: 2 },
    households: { done: 8, all: 13 },
    poor: { done: 2, all: 3 },
    nearPoor: { done: 1, all: 1 },
  })
})

it('[K2] a load counts groups, households and hamlets that exist; no number given means three', () => {
  const roster = rosterOf(
    [member('an', { maxGroups: null })],
    [group('g1', { poor: 1 }), group('g2')],
  )
  const plan = planOf(['an', 'g1'], ['an', 'g2'], ['an', 'gone'])
  expect(loadOf(roster, plan, 'an')).toEqual({
    groups: 2,
    households: 16,
    poor: 1,
    nearPoor: 0,
    hamlets: 0,
  })
  expect(loadOf(roster, byField('an', 'h2'), 'an').hamlets).toBe(1)
  expect(loadOf(roster, plan, 'stranger').groups).toBe(0)
  expect(roster.members.map(mostGroups)).toEqual([3])
})

it('[I1][I2] each member is counted once, work before reasons', () => {
  const members = [
    member('works', { reason: exempt }),
    member('teacher', { field: 'education' }),
    member('oldTeacher', { field: 'education', reason: exempt }),
    member('old', { reason: exempt }),
    member('away', { reason: { kind: 'away', until: today } }),
    member('back', { reason: { kind: 'away', until: '2026-12-09' } }),
    member('new', { reason: { kind: 'newlyAdmitted', until: null } }),
    member('field', { reason: { kind: 'byField', until: null } }),
    member('free'),
    member('lost'),
  ]
  const plan = planOf(['works', 'g1'], ['lost', 'gone'], ['stranger', 'g1'])
  const roster = rosterOf(members, [group('g1')])
  expect(identityLine(roster, plan, today)).toEqual({
    all: 10,
    inCharge: 1,
    byField: 2,
    exempt: 2,
    away: 1,
    newlyAdmitted: 1,
    noReason: 3,
    noReasonIds: ['back', 'free', 'lost'],
  })
  expect(placesOfMembers(roster, plan, today).get('teacher')).toBe('byField')
})

it('[I2] a hamlet by field counts as by field, whatever the roster says', () => {
  const roster = rosterOf([member('an', { field: 'education', reason: exempt })], [])
  expect(identityLine(roster, byField('an', 'h2'), today)).toMatchObject({ byField: 1, exempt: 0 })
})

it('[A9] the verdict on a place, the first that applies', () => {
  const roster = rosterOf(
    [
      member('an', { maxGroups: 1 }),
      member('be', { hamletId: 'h2' }),
      member('no', { hamletId: null }),
      member('old', { reason: exempt }),
      member('back', { reason: { kind: 'away', until: '2026-12-09' } }),
      member('teacher', { field: 'education' }),
      member('nurse', { field: 'health' }),
      member('field', { reason: { kind: 'byField', until: null } }),
    ],
    [group('g1'), group('g2')],
  )
  const plan = planOf(['an', 'g1'], ['old', 'g1'])
  const at = (memberId: string, target = inGroup('g2'), from = false) =>
    verdict(roster, plan, memberId, target, { today, from: from ? inGroup('g1') : null })
  expect(at('an', inGroup('g1'))).toBe('already')
  expect(at('old', inGroup('g1'))).toBe('already')
  expect(at('old')).toBe('exempt')
  expect(at('back')).toBe('fits')
  expect(at('an')).toBe('tooMuch')
  expect(at('an', inGroup('g2'), true)).toBe('fits')
  expect(at('be')).toBe('otherHamlet')
  expect(at('no')).toBe('fits')
  expect(at('teacher')).toBe('byField')
  expect(at('field')).toBe('byField')
  expect(at('teacher', inHamlet('h2'))).toBe('fits')
  expect(at('field', inHamlet('h2'))).toBe('fits')
  expect(at('nurse', inHamlet('h2'))).toBe('byField')
  expect(at('be', inHamlet('h2'))).toBe('byField')
  expect(resultingGroups(roster, plan, 'an', inGroup('g2'))).toBe(2)
  expect(resultingGroups(roster, plan, 'an', inGroup('g2'), inGroup('g1'))).toBe(1)
  expect(resultingGroups(roster, plan, 'an', inGroup('g1'))).toBe(1)
})

it('[A9] without a day to compare with, every reason is taken to hold', () => {
  const roster = rosterOf(
    [member('back', { reason: { kind: 'away', until: '2020-01-01' } })],
    [group('g1')],
  )
  expect(verdict(roster, planOf(), 'back', inGroup('g1'))).toBe('exempt')
})

it('[A9] strangers are refused by name', () => {
  const roster = rosterOf([member('an')], [group('g1')])
  expect(() => verdict(roster, planOf(), 'x', inGroup('g1'))).toThrow('unknownMember')
  expect(() => verdict(roster, planOf(), 'an', inGroup('x'))).toThrow('unknownGroup')
  expect(() => verdict(roster, planOf(), 'an', inHamlet('x'))).toThrow('unknownHamlet')
})

it('[K3] names what needs attention, blocks first', () => {
  const roster = rosterOf(
    [
      member('an', { maxGroups: 1 }),
      member('free', { reason: { kind: 'away', until: '2026-12-01' } }),
      member('old', { reason: exempt }),
      member('teacher', { field: 'education' }),
    ],
    [group('g1'), group('g2', { poor: 3 }), group('g3', { poor: 9 })],
  )
  const base = planOf(['an', 'g1'], ['an', 'g2'], ['old', 'g1'], ['an', 'gone'])
  const task = {
    id: 't1',
    title: '',
    field: null,
    doers: [],
    coDoers: [],
    place: null,
    due: '2026-12-09',
    status: 'doing' as const,
    result: '',
    carriedFrom: { month: '2026-11', taskId: 't0', times: 3 },
  }
  const done = { ...task, id: 't2', status: 'done' as const }
  expect(needsAttention(roster, { ...base, tasks: [task, done] }, today)).toEqual([
    { kind: 'groupWithoutAnyone', groupId: 'g3' },
    { kind: 'memberWithoutReason', memberId: 'free', reasonEndedOn: '2026-12-01' },
    { kind: 'overLimit', memberId: 'an', groups: 2, most: 1 },
    { kind: 'manyPoorOnePerson', groupId: 'g2', poor: 3 },
    { kind: 'assignedDespiteReason', memberId: 'old', reason: 'exempt' },
    { kind: 'fieldWithoutHamlet', memberId: 'teacher' },
    { kind: 'placeGone', memberId: 'an', target: inGroup('gone') },
    { kind: 'carriedOften', taskId: 't1', times: 3 },
    { kind: 'overdue', taskId: 't1', due: '2026-12-09' },
  ])
})

it('[K4] sorts groups by need: nobody, many poor, over the limit, then the share of poor', () => {
  const roster = rosterOf(
    [member('an', { maxGroups: 1 }), member('be')],
    [
      group('rich'),
      group('near', { nearPoor: 3 }),
      group('poor', { poor: 2 }),
      group('small', { poor: 2, households: 4 }),
      group('over'),
      group('many', { poor: 3 }),
      group('nobody'),
    ],
  )
  const plan = planOf(
    ...(['rich', 'near', 'poor', 'small', 'many'] as const).map((id): [string, string] => [
      'be',
      id,
    ]),
    ['an', 'over'],
    ['an', 'gone'],
  )
  const loaded = rosterOf(
    [member('an', { maxGroups: 0 }), member('be', { maxGroups: 9 })],
    [...roster.groups],
  )
  const ids = (order: 'need' | 'roster' | 'households') =>
    sortGroups(loaded, plan, order).map((each) => each.id)
  expect(ids('need')).toEqual(['nobody', 'many', 'over', 'small', 'poor', 'near', 'rich'])
  expect(ids('roster')).toEqual(roster.groups.map((each) => each.id))
  expect(ids('households').at(-1)).toBe('small')
})

it('[K5] suggests by residence, then who has no group, then the need, then the load', () => {
  const needs = [{ need: 'schooling' as const, households: 2 }]
  const groups = [group('g1', { needs }), group('g2')]
  const suggest = (members: ReturnType<typeof member>[], plan = planOf()) =>
    suggestMember(rosterOf(members, groups), plan, 'g1', today)
  const far = member('far', { hamletId: 'h2', strengths: ['education'] })
  const near = member('near')
  const teacher = member('able', { strengths: ['education'] })
  const reason = { kind: 'need', need: 'schooling', strength: 'education' }
  expect(suggest([far])).toEqual({ memberId: 'far', reason })
  expect(suggest([far, near])).toEqual({ memberId: 'near', reason: { kind: 'sameHamlet' } })
  expect(suggest([far, near, teacher])).toEqual({ memberId: 'able', reason })
  expect(suggest([near, teacher], planOf(['able', 'g2']))?.memberId).toBe('near')
  const other = member('other', { hamletId: 'h2', maxGroups: null })
  expect(suggest([other])).toEqual({
    memberId: 'other',
    reason: { kind: 'hasRoom', groups: 0, most: 3 },
  })
})

it('[K5] never suggests somebody with a reason, by field, there already or without room', () => {
  const members = [
    member('old', { reason: exempt }),
    member('teacher', { field: 'education' }),
    member('there'),
    member('full', { maxGroups: 1 }),
  ]
  const roster = rosterOf(members, [group('g1'), group('g2')])
  expect(suggestMember(roster, planOf(['there', 'g1'], ['full', 'g2']), 'g1', today)).toBe(null)
  expect(suggestMember(roster, planOf(), 'x', today)).toBe(null)
})
