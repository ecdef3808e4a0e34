import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readFrame } from './frames.ts'
import { WholePlan } from './whole-plan.ts'

function grow(doc: Y.Doc, whole: WholePlan, text: string): void {
  const note = (update: Uint8Array) => whole.add([update])
  doc.on('update', note)
  doc.getText('words').insert(0, text)
  doc.off('update', note)
}

/** What a newcomer holds who takes in these frames in their order. */
function takeIn(frames: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  frames.forEach((bytes, at) => {
    const frame = readFrame(bytes)
    if (frame?.kind !== 'write') throw new Error('no write frame')
    expect(frame.isStep2).toBe(at === 0)
    Y.applyUpdate(doc, frame.update)
  })
  return doc.getText('words').toString()
}

describe('a plan as newcomers get it', () => {
  it('[W2] is one frame for all, with what came since behind it', () => {
    const doc = new Y.Doc()
    doc.getText('words').insert(0, 'cuối')
    const whole = new WholePlan(doc)
    const [first] = whole.frames()
    grow(doc, whole, 'giữa ')
    grow(doc, whole, 'đầu ')
    const frames = whole.frames()
    expect(frames).toHaveLength(3)
    expect(frames[0]).toBe(first)
    expect(takeIn(frames)).toBe('đầu giữa cuối')
  })

  it('[W2] is encoded anew when much came since', () => {
    const doc = new Y.Doc()
    const whole = new WholePlan(doc)
    for (let n = 0; n < 150; n += 1) grow(doc, whole, `${n} `)
    expect(whole.frames().length).toBeLessThan(101)
    expect(takeIn(whole.frames())).toBe(doc.getText('words').toString())
    grow(doc, whole, 'x'.repeat(70_000))
    expect(whole.frames()).toHaveLength(1)
    expect(takeIn(whole.frames())).toBe(doc.getText('words').toString())
  })
})
