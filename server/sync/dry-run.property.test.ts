import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { foldInto, openPlanDoc } from '../log/fold-rows.ts'
import { DryRun } from './dry-run.ts'
import { judge } from './gate.ts'
import { Horizon } from './horizon.ts'
import { countComparisons } from './testing/comparisons.ts'
import { gapBetween } from './testing/dear-updates.ts'
import { type ForgedGroup, forge, textBetween } from './testing/forge.ts'

const nobody = { isOwn: () => false, crowd: 0 }
const author = { personId: 'an', isHeldByAnother: () => false }
const runs = 400

/** What a dry run counts of updates, one at a time, and what Yjs really compares; the gate lets all of them in. */
function counted(updates: readonly Uint8Array[]): { expected: number; real: number }[] {
  const doc = openPlanDoc()
  return updates.flatMap((bytes) => {
    const owners = new Map([...doc.store.clients.keys()].map((client) => [client, 'an']))
    const verdict = judge(bytes, new Horizon(doc, owners, []), author)
    if (verdict.kind !== 'new') return []
    const { compared } = new DryRun(doc).add(verdict.update, nobody, 1e9)
    return [{ expected: compared, real: countComparisons(() => foldInto(doc, [verdict.update])) }]
  })
}

// Each letter stands between any two that are known when its turn comes, in any order, by one of three clients.
const letter = fc.record({ client: fc.nat(2), left: fc.nat(), right: fc.nat() })

it('[G7] nothing that the gate lets in is compared more often than was counted, wherever it stands', () => {
  const check = (batches: { client: number; left: number; right: number }[][]) => {
    const gap = gapBetween(7, 'a', 'z')
    const known: (readonly [number, number])[] = [gap.left, gap.right]
    const clocks = [0, 0, 0]
    const updates = batches.map((letters) => {
      const groups = [0, 1, 2].map((at): ForgedGroup => [100 + at, clocks[at] ?? 0])
      for (const { client, left, right } of letters) {
        const pair = [left, right].map((n) => known[n % known.length] ?? gap.left)
        groups[client]?.push(textBetween(pair[0] ?? gap.left, pair[1] ?? gap.right, 'x'))
        known.push([100 + client, clocks[client] ?? 0])
        clocks[client] = (clocks[client] ?? 0) + 1
      }
      return forge(groups.filter((group) => group.length > 2))
    })
    for (const { expected, real } of counted([gap.update, ...updates])) {
      expect(real).toBeLessThanOrEqual(expected)
    }
  }
  const batches = fc.array(fc.array(letter, { minLength: 1, maxLength: 30 }), { maxLength: 6 })
  fc.assert(fc.property(batches, check), { numRuns: runs })
})

const stroke = fc.record({ who: fc.nat(2), at: fc.nat(), deleted: fc.nat(3), hears: fc.boolean() })

it('[G7] three people who write in one text, hearing each other late: counted as it comes', () => {
  const check = (strokes: { who: number; at: number; deleted: number; hears: boolean }[]) => {
    const begun = gapBetween(7, 'Tháng', ' trước').update
    const people = [11, 12, 13].map((clientId) => {
      const doc = openPlanDoc()
      Y.applyUpdate(doc, begun)
      doc.clientID = clientId
      return doc
    })
    const server = openPlanDoc()
    foldInto(server, [begun])
    for (const { who, at, deleted, hears } of strokes) {
      const doc = people[who]
      if (!doc) continue
      const words = (proseOf(doc, 'focus').get(0) as Y.XmlElement).get(0) as Y.XmlText
      const place = at % (words.length + 1)
      if (deleted > 0) words.delete(place, Math.min(deleted, words.length - place))
      else words.insert(place, 'chữ')
      if (!hears) continue
      const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server))
      const { compared } = new DryRun(server).add(update, nobody, 1e9)
      const real = countComparisons(() => foldInto(server, [update]))
      expect(real).toBeLessThanOrEqual(compared)
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    }
  }
  fc.assert(fc.property(fc.array(stroke, { maxLength: 60 }), check), { numRuns: runs })
})
