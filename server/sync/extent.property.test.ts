import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { openPlanDoc } from '../log/fold-rows.ts'
import { decodeUpdate } from './decode-update.ts'
import { Extent } from './extent.ts'
import { judge } from './gate.ts'
import { Horizon, Layer } from './horizon.ts'

const author = { personId: 'an', isHeldByAnother: () => false }
const seed = 20261122

/** A plan in which somebody has written, and already deleted. */
function begun(): Y.Doc {
  const doc = openPlanDoc()
  doc.clientID = 7
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Tháng này làm đường từ bản ra suối')])
  proseOf(doc, 'focus').insert(0, [paragraph])
  textOf(doc).delete(5, 6)
  return doc
}

function textOf(doc: Y.Doc): Y.XmlText {
  return (proseOf(doc, 'focus').get(0) as Y.XmlElement).get(0) as Y.XmlText
}

interface Stroke {
  kind: 'type' | 'erase' | 'assign' | 'free' | 'begin'
  n: number
}

const stroke: fc.Arbitrary<Stroke> = fc.record({
  kind: fc.constantFrom('type', 'type', 'erase', 'assign', 'free', 'begin'),
  n: fc.nat(40),
})

function strike(doc: Y.Doc, { kind, n }: Stroke): void {
  const slots = doc.getMap('assignments')
  const text = textOf(doc)
  if (kind === 'type') text.insert(Math.min(n, text.length), 'ệ')
  else if (kind === 'erase' && text.length > n) text.delete(n, Math.min(3, text.length - n))
  else if (kind === 'free') slots.delete(`m${n % 3}.0`)
  else if (kind === 'assign') {
    const memberId = `m${n % 3}`
    slots.set(`${memberId}.0`, { memberId, target: { kind: 'group', id: `g${n}` } })
  } else if (kind === 'begin') {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Đầu')])
    proseOf(doc, 'focus').insert(1, [paragraph])
  }
}

/** What a connection that is refused all of these is asked to remember. */
function extentOf(frames: readonly Uint8Array[], doc: Y.Doc): string {
  const extent = new Extent()
  const layer = new Layer()
  for (const frame of frames) {
    const verdict = judge(frame, new Horizon(doc, new Map([[7, null]]), [layer]), author)
    if (verdict.kind === 'known') continue
    if (verdict.kind !== 'new') throw new Error(`the gate said ${verdict.kind}`)
    const decoding = decodeUpdate(verdict.update)
    if (decoding.kind !== 'decoded') throw new Error('not decoded')
    layer.absorb(verdict.layer)
    extent.add(decoding.update, doc)
  }
  return Buffer.from(extent.digest()).toString('hex')
}

describe('the extent of what somebody wrote', () => {
  it('[W20] is the same stroke by stroke and as one step 2', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 1, maxLength: 30 }), (strokes) => {
        const doc = begun()
        const own = openPlanDoc()
        Y.applyUpdate(own, Y.encodeStateAsUpdate(doc))
        own.clientID = 11
        const before = Y.encodeStateVector(own)
        const frames: Uint8Array[] = []
        own.on('update', (update: Uint8Array) => frames.push(update))
        for (const each of strokes) own.transact(() => strike(own, each))
        const piecemeal = extentOf(frames, doc)
        expect(extentOf([Y.encodeStateAsUpdate(own, before)], doc)).toBe(piecemeal)
        // Sent once more on top, it adds nothing.
        expect(extentOf([...frames, ...frames], doc)).toBe(piecemeal)
        if (frames.length > 1) expect(extentOf(frames.slice(0, -1), doc)).not.toBe(piecemeal)
        seen.add(piecemeal)
      }),
      { numRuns: 1_000, seed },
    )
    expect(seen.size).toBeGreaterThan(300)
  })
})
