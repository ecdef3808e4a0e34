import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { openPlanDoc } from '../log/fold-rows.ts'
import { judge, type Verdict } from './gate.ts'
import { Horizon } from './horizon.ts'
import { mergeByAuthor } from './merge-by-author.ts'
import { collected, type ForgedGroup, forge, textAfter } from './testing/forge.ts'

const author = { personId: 'an', isHeldByAnother: () => false }
// Promised is a tenth of a second of the processor; the machine may be busy, and the code cold.
const mostCpuMs = 500

/** A text of many letters, each an item of its own in the document, every second one deleted. */
function scattered(letters: number): { doc: Y.Doc; words: Y.XmlText } {
  const doc = openPlanDoc()
  doc.clientID = 7
  const words = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [words])
  proseOf(doc, 'review').insert(0, [paragraph])
  doc.transact(() => {
    for (let n = 0; n < letters; n += 1) words.insert(0, 'x')
  })
  doc.transact(() => {
    for (let n = Math.floor(letters / 2); n > 0; n -= 1) words.delete(n, 1)
  })
  return { doc, words }
}

/** Judged three times, of which the cheapest counts: what else the process has to do adds to the others. */
function judged(update: Uint8Array, doc: Y.Doc): Verdict['kind'] {
  const runs = Array.from({ length: 3 }, () => {
    const began = process.cpuUsage()
    const { kind } = judge(update, new Horizon(doc, new Map([[7, 'an']]), []), author)
    const { user, system } = process.cpuUsage(began)
    return { kind, ms: (user + system) / 1000 }
  })
  const [best] = runs.sort((one, other) => one.ms - other.ms)
  if (!best) throw new Error('three runs, one of them the cheapest')
  process.stdout.write(`judged in ${best.ms.toFixed(0)} ms of the processor\n`)
  expect(best.ms).toBeLessThan(mostCpuMs)
  return best.kind
}

describe('an update that is made to cost', () => {
  it('[G6] by deleting one stretch 100,000 times is read once', () => {
    const { doc } = scattered(10_000)
    const end = Y.getState(doc.store, 7)
    const again = Array.from({ length: 99_000 }, (): [number, number] => [0, end])
    expect(judged(forge([], [[7, ...again]]), doc)).toBe('new')
  })

  it('[G6] by 250 clients that wait for each other in turns is placed in one go', () => {
    const { doc, words } = scattered(2)
    const first = words._start?.id
    if (!first) throw new Error('the stage has no letter')
    const clients = 250
    // Each letter of one client stands behind the same letter of the next, and those of the last behind the
    // one before of the first: only one can be placed at a time.
    const groups = Array.from({ length: clients }, (_, at): ForgedGroup => {
      const isLast = at === clients - 1
      const letters = Array.from({ length: 78 }, (_letter, n) => {
        if (!isLast) return textAfter(101 + at, n, 'x')
        return n === 0 ? textAfter(first.client, first.clock, 'x') : textAfter(100, n - 1, 'x')
      })
      return [100 + at, 0, ...letters]
    })
    expect(judged(forge(groups), doc)).toBe('new')
  })

  it('[G4] by a client id for each struct is too large once there are thousands', () => {
    const doc = openPlanDoc()
    const owners = new Map(Array.from({ length: 5_000 }, (_, id) => [id, 'an'] as const))
    const one = forge([[999_999, 0, collected(1)]])
    expect(judge(one, new Horizon(doc, owners, []), author).kind).toBe('tooLarge')
    const binh = { ...author, personId: 'binh' }
    expect(judge(one, new Horizon(doc, owners, []), binh).kind).toBe('new')
  })
})

it('[S11] 20,000 letters that gathered while the database was away are merged in no time', () => {
  const doc = openPlanDoc()
  const updates: { author: string; update: Uint8Array }[] = []
  doc.on('update', (update: Uint8Array) => updates.push({ author: 'an', update }))
  const words = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [words])
  proseOf(doc, 'review').insert(0, [paragraph])
  for (let n = 0; n < 20_000; n += 1) words.insert(n, 'x')

  const began = process.cpuUsage()
  const [row, ...more] = mergeByAuthor(updates)
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1000).toBeLessThan(2_000)
  const copy = openPlanDoc()
  Y.applyUpdate(copy, row?.data ?? new Uint8Array())
  expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(doc))
  expect(more).toEqual([])
})
