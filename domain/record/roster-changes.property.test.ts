import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPlanContent } from '../plan-content.ts'
import { newPlanDoc } from '../plan-doc.ts'
import type { GroupView, MemberView } from '../roster-view.ts'
import { group, member, rosterOf } from '../testing/build-roster.ts'
import { canonicalJson } from './canonical-json.ts'
import { contentChanges } from './content-changes.ts'
import { recordContent } from './record-content.ts'

const ids = ['a', 'b', 'c', 'd']

const anyMember = (id: string): fc.Arbitrary<MemberView> =>
  fc
    .record({
      name: fc.constantFrom('Lò Văn An', 'Lò Thị An'),
      standing: fc.constantFrom('official' as const, 'probationary' as const),
      office: fc.constantFrom(null, 'deputy' as const),
      reason: fc.constantFrom(
        null,
        { kind: 'away' as const, until: null },
        { kind: 'away' as const, until: '2026-12-31' },
      ),
      maxGroups: fc.constantFrom(1, 2),
    })
    .map((facts) => member(id, facts))
const anyGroup = (id: string): fc.Arbitrary<GroupView> =>
  fc
    .record({
      households: fc.integer({ min: 8, max: 9 }),
      poor: fc.integer({ min: 0, max: 1 }),
      hamletId: fc.constantFrom('h1', 'h2'),
      needs: fc.constantFrom([], [{ need: 'loan' as const, households: 2 }]),
    })
    .map((facts) => group(id, facts))
const some = <T>(of: (id: string) => fc.Arbitrary<T>) =>
  fc.shuffledSubarray(ids).chain((chosen) => fc.tuple(...chosen.map(of)))

const anyRoster = fc
  .record({
    members: some(anyMember),
    groups: some(anyGroup),
    commune: fc.constantFrom('Na', 'Nà'),
  })
  .map(({ members, groups, commune }) => {
    const roster = rosterOf(members, groups)
    const hamlets = roster.communeHamlets
    return { ...roster, hamlets, branch: { ...roster.branch, communeName: commune } }
  })

const contentOf = (roster: ReturnType<typeof rosterOf>) =>
  recordContent(roster, readPlanContent(newPlanDoc()), '2026-12')

it('[F90] two lists that make another content differ in something that is told, and equal ones in nothing', () => {
  fc.assert(
    fc.property(anyRoster, anyRoster, (one, other) => {
      const [before, after] = [contentOf(one), contentOf(other)]
      const isSame = canonicalJson(before) === canonicalJson(after)
      const { changes, roster } = contentChanges(before, after)
      expect(changes).toEqual([])
      expect(roster.length === 0).toBe(isSame)
      expect(contentChanges(before, contentOf(one)).roster).toEqual([])
    }),
  )
})

it('[F90] each member and group is told once: came, left, or what of it is said otherwise', () => {
  fc.assert(
    fc.property(anyRoster, anyRoster, (one, other) => {
      const { roster } = contentChanges(contentOf(one), contentOf(other))
      const told = roster.filter((change) => change.kind === 'member')
      expect(new Set(told.map(({ id }) => id)).size).toBe(told.length)
      for (const change of told) {
        const was = one.members.some(({ id }) => id === change.id)
        const is = other.members.some(({ id }) => id === change.id)
        expect(change.how).toBe(was && is ? 'edited' : was ? 'removed' : 'added')
        expect(change.facts.length > 0).toBe(was && is)
        for (const { from, to } of change.facts) expect(from).not.toEqual(to)
      }
    }),
  )
})
