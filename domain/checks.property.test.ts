import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { type CheckFacts, checks, standsInTheWay } from './checks.ts'
import { readPlan } from './read-plan.ts'
import { checkKinds, readRules, weights } from './record/commune-rules.ts'
import { recordActSchema } from './record/record-act.ts'
import { group, member, rosterOf, today } from './testing/build-roster.ts'
import { hostileActs, hostileDoc } from './testing/hostile-documents.ts'

vi.setConfig({ testTimeout: 60_000 })

const count = fc.nat({ max: 40 })
const anyFacts: fc.Arbitrary<CheckFacts> = fc.record({
  rules: fc
    .record({
      signOffs: fc.nat({ max: 5 }),
      dueDay: fc.constant(5),
      weights: fc.dictionary(fc.constantFrom(...checkKinds), fc.constantFrom(...weights)),
    })
    .map(readRules),
  justifications: fc.array(
    fc.record({
      checkKey: fc.constantFrom('groupWithoutAnyone:g1', 'openComments:2', 'signOffsMissing', ''),
      words: fc.string({ maxLength: 20 }),
    }),
  ),
  covering: fc.nat({ max: 5 }),
  openComments: count,
  openProposals: count,
  unsent: fc.uniqueArray(fc.record({ personId: fc.uuid(), changes: count }), {
    selector: ({ personId }) => personId,
  }),
  outsideGroups: fc.record({ poor: count }),
  before: fc.option(
    fc.record({
      month: fc.constant('2026-11'),
      assignments: fc.array(fc.record({ memberId: fc.constant('m1'), groupId: fc.constant('g1') })),
    }),
  ),
})
const roster = rosterOf(
  [member('m1'), member('m2', { field: 'health', maxGroups: 0 }), member('m3')],
  [group('g1', { poor: 4 }), group('g2')],
)

it('[F30][F31] any plan gives checks, the same each time, each once, by weight, with keys that can be kept', () => {
  fc.assert(
    fc.property(hostileActs, anyFacts, (acts, facts) => {
      const plan = readPlan(hostileDoc(acts))
      const before = JSON.stringify([roster, plan, facts])
      const made = checks(roster, plan, facts, today)
      expect(checks(roster, plan, facts, today)).toEqual(made)
      expect(JSON.stringify([roster, plan, facts])).toBe(before)
      expect(new Set(made.map(({ key }) => key)).size).toBe(made.length)
      const order = made.map(({ weight }) => weights.indexOf(weight))
      expect(order).toEqual([...order].sort((a, b) => a - b))
      for (const check of made) {
        expect(check.weight).toBe(facts.rules.weights[check.kind])
        expect(check.count).toBeGreaterThan(0)
        expect(standsInTheWay(check)).toBe(
          check.weight !== 'note' && (check.weight === 'block' || check.justification === null),
        )
        expect(recordActSchema.safeParse(justify(check.key)).success).toBe(true)
      }
    }),
    { seed: 20261123, numRuns: 300 },
  )
})

function justify(checkKey: string) {
  const branchId = '00000000-0000-4000-8000-000000000001'
  return { kind: 'justify', branchId, month: '2026-12', checkKey, words: 'vì thế' }
}
