import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { assignMember } from '#domain/commands/assign-member.ts'
import { proseOf } from '#domain/plan-doc.ts'
import type { Clock } from '../log/clock.ts'
import { foldInto, openPlanDoc } from '../log/fold-rows.ts'
import { Efforts } from './efforts.ts'
import { syncLimits } from './sync-limits.ts'
import { countComparisons } from './testing/comparisons.ts'
import {
  backwards,
  cutFromBehind,
  dearUpdates,
  forwards,
  gapBetween,
  twoLongRuns,
} from './testing/dear-updates.ts'
import { forge } from './testing/forge.ts'

/** A plan whose writes are weighed and, unless they are too dear, taken in. */
class Scale {
  readonly doc = openPlanDoc()
  readonly owners = new Map<number, string | null>()
  /** Comparisons that Yjs made. */
  compared = 0
  now = 0
  readonly #efforts = new Efforts(syncLimits, { now: () => this.now } as Clock)

  write(person: string, update: Uint8Array): 'taken' | 'refused' {
    const clients = Y.decodeUpdate(update).structs.map((struct) => struct.id.client)
    const claims = [...new Set(clients)]
      .filter((clientId) => !this.owners.has(clientId))
      .map((clientId) => ({ clientId, personId: person }))
    const writer = { personId: person, refusing: null }
    const batch = { rows: [{ author: person, data: update }], authors: [], claims }
    if (this.#efforts.refuse(batch, [{ writer }], this)) {
      expect(writer.refusing).toBe('invalid')
      return 'refused'
    }
    this.compared += countComparisons(() => foldInto(this.doc, [update]))
    for (const { clientId, personId } of claims) this.owners.set(clientId, personId)
    return 'taken'
  }
}

/** What each newcomer compares. */
function comparedByNewcomer(doc: Y.Doc): number {
  const state = Y.encodeStateAsUpdate(doc)
  return countComparisons(() => foldInto(openPlanDoc(), [state]))
}

describe('an update that is made to be dear to take in', () => {
  it.each(dearUpdates)('[G7] is refused: %s', (_name, update) => {
    const scale = new Scale()
    expect(scale.write('an', update(100))).toBe('refused')
    expect(Y.encodeStateVector(scale.doc)).toEqual(Y.encodeStateVector(openPlanDoc()))
    // Others are not concerned.
    expect(scale.write('binh', gapBetween(500, 'a', 'z').update)).toBe('taken')
  })

  it('[G7] is refused when it cuts into many structs that were there', () => {
    const scale = new Scale()
    expect(scale.write('an', cutFromBehind(100, 900_000, 15_000))).toBe('taken')
    const others = Array.from({ length: 15_000 }, (_, n): [number, number] => [10 + n * 60, 1])
    const moreOthers = others.map(([clock]): [number, number] => [clock + 30, 1])
    expect(scale.write('an', forge([], [[100, ...others]]))).toBe('refused')
    expect(scale.write('an', forge([], [[100, ...moreOthers.slice(0, 500)]]))).toBe('taken')
  })

  it('[G7] is refused when it comes in many small parts', () => {
    const scale = new Scale()
    const { update, left, right } = gapBetween(100, 'a', 'z')
    scale.write('an', update)
    scale.write('an', forge([forwards(102, left, right, 6_000)]))
    // Deleted in every second place, it stays 6,000 items.
    const odd = Array.from({ length: 3_000 }, (_, n): [number, number] => [2 * n, 1])
    scale.write('an', forge([], [[102, ...odd]]))
    // Each stands where all of that has to be passed.
    const answers = Array.from({ length: 400 }, (_, n) =>
      scale.write('an', forge([backwards(200 + n, left, right, 1)])),
    )
    expect(answers.filter((answer) => answer === 'taken').length).toBeGreaterThan(100)
    expect(answers.at(-1)).toBe('refused')
    expect(scale.compared).toBeLessThanOrEqual(syncLimits.comparedBurst)
  })

  it('[G7] is refused when it is cheap as it comes and would be dear to every newcomer', () => {
    const scale = new Scale()
    const { update, left, right } = gapBetween(100, 'a', 'z')
    scale.write('an', update)
    expect(scale.write('an', forge([backwards(200, left, right, 6_000)]))).toBe('taken')
    // One passes all of them, and the others stand behind it. A client id above both turns the order round
    // for whoever comes later: then all of those pass each of these.
    let n = 0
    while (n < 6_000 && scale.write('an', forge([forwards(150, left, right, 10, n)])) === 'taken') {
      n += 10
    }
    expect(n).toBeGreaterThan(0)
    expect(n).toBeLessThan(1_000)
    const odd = Array.from({ length: Math.floor(n / 2) }, (_, at): [number, number] => [2 * at, 1])
    scale.write('an', forge([forwards(300, [150, n - 1], right, 1)], [[150, ...odd]]))
    expect(comparedByNewcomer(scale.doc)).toBeLessThan(4 * syncLimits.comparedBurst)
  })

  it('[G7] costs less than a tenth of a second of comparing when it just passes', () => {
    let most = 0
    for (let length = 200; length < 2_000; length += 100) {
      const scale = new Scale()
      const began = process.cpuUsage()
      if (scale.write('an', twoLongRuns(100, length)) === 'refused') break
      const { user, system } = process.cpuUsage(began)
      most = length
      expect(scale.compared).toBeLessThanOrEqual(syncLimits.comparedAtOnce)
      process.stdout.write(`two runs of ${length}: ${scale.compared} comparisons, `)
      process.stdout.write(`${((user + system) / 1000).toFixed(0)} ms weighed and taken in\n`)
    }
    expect(most).toBeGreaterThan(300)
  })
})

const trace = z.object({
  txns: z.array(z.object({ patches: z.array(z.tuple([z.number(), z.number(), z.string()])) })),
})

/** Somebody's document, and what they did in it since they were last asked. */
function device(state: Uint8Array, clientId: number) {
  const doc = openPlanDoc()
  Y.applyUpdate(doc, state)
  doc.clientID = clientId
  return doc
}

describe('honest work costs next to nothing', () => {
  it('[G7] a step 2 of three people who were offline and wrote in the same place all day', () => {
    const scale = new Scale()
    const begun = gapBetween(100, 'a', 'z')
    scale.write('an', begun.update)
    for (const [person, clientId] of [
      ['an', 300],
      ['binh', 200],
      ['chi', 250],
    ] as const) {
      const doc = device(begun.update, clientId)
      const words = (proseOf(doc, 'focus').get(0) as Y.XmlElement).get(0) as Y.XmlText
      // Words in the middle, mended behind and before; each leaves an item or two.
      for (let n = 0; n < 4_000; n += 1) {
        words.insert(1 + ((n * 7) % Math.min(n + 1, 900)), 'từ ')
        if (n % 3 === 0) words.delete(1 + ((n * 5) % (n + 1)), 2)
      }
      const before = Y.encodeStateVectorFromUpdate(begun.update)
      expect(scale.write(person, Y.encodeStateAsUpdate(doc, before))).toBe('taken')
    }
    process.stdout.write(`three days offline: ${scale.compared} comparisons\n`)
    expect(scale.compared).toBeLessThan(syncLimits.comparedAtOnce / 3)
  })

  it('[G7] a long text that was really written, keystroke by keystroke, written by two at once', async () => {
    const file = await readFile('bench/fixtures/seph-blog1.json.gz')
    const { txns } = trace.parse(JSON.parse(gunzipSync(file).toString('utf8')))
    const scale = new Scale()
    const begun = gapBetween(100, 'a', 'z')
    scale.write('an', begun.update)
    const before = Y.encodeStateVectorFromUpdate(begun.update)
    for (const [person, clientId] of [
      ['an', 300],
      ['binh', 200],
    ] as const) {
      const doc = device(begun.update, clientId)
      const words = (proseOf(doc, 'focus').get(0) as Y.XmlElement).get(0) as Y.XmlText
      doc.transact(() => {
        for (const [at, deleted, inserted] of txns.flatMap(({ patches }) => patches)) {
          words.delete(at + 1, deleted)
          words.insert(at + 1, inserted)
        }
      })
      expect(scale.write(person, Y.encodeStateAsUpdate(doc, before))).toBe('taken')
    }
    process.stdout.write(`137,993 edits, by each of two: ${scale.compared} comparisons\n`)
    expect(scale.compared).toBeLessThan(syncLimits.comparedAtOnce / 3)
  })

  it('[G7] deleting all of a text of many pieces, and taking that back, again and again', () => {
    const scale = new Scale()
    const { update } = gapBetween(100, 'a', 'z')
    const doc = device(update, 300)
    const words = (proseOf(doc, 'focus').get(0) as Y.XmlElement).get(0) as Y.XmlText
    for (let n = 0; n < 5_000; n += 1) words.insert((n * 7) % (n + 1), 'từ ')
    const undo = new Y.UndoManager(words)
    const send = () => {
      const known = scale.doc.store.clients.size > 0 ? Y.encodeStateVector(scale.doc) : undefined
      expect(scale.write('an', Y.encodeStateAsUpdate(doc, known))).toBe('taken')
    }
    send()
    for (let n = 0; n < 6; n += 1) {
      words.delete(0, words.length)
      send()
      undo.undo()
      send()
    }
  })

  it('[G7] one day of many who move the same members about', () => {
    const scale = new Scale()
    const people = Array.from({ length: 7 }, (_, n) =>
      device(Y.encodeStateAsUpdate(scale.doc), 300 + n),
    )
    for (let round = 0; round < 100; round += 1) {
      for (const [n, doc] of people.entries()) {
        for (const [key] of doc.getMap('assignments')) doc.getMap('assignments').delete(key)
        const target = { kind: 'group', id: `g${(round + n) % 9}` } as const
        assignMember(doc, { memberId: 'm1', target })
        const known = Y.encodeStateVector(scale.doc)
        expect(scale.write(`p${n}`, Y.encodeStateAsUpdate(doc, known))).toBe('taken')
      }
      for (const doc of people) Y.applyUpdate(doc, Y.encodeStateAsUpdate(scale.doc))
    }
    expect(scale.compared).toBeLessThan(20_000)
  })
})
