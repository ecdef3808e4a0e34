import { describe, expect, it } from 'vitest'
import { decidedFrame, readFrame, step1Frame, step2Frame, updateFrame } from './frames.ts'

/** Compared as bytes at once: an assertion that walks millions of numbers takes minutes. */
function holds(frame: Uint8Array, kind: string, body: Uint8Array): boolean {
  const read = readFrame(frame)
  if (read?.kind === 'write') {
    return kind === (read.isStep2 ? 'step2' : 'update') && Buffer.compare(read.update, body) === 0
  }
  return read?.kind === 'step1' && kind === 'step1' && Buffer.compare(read.vector, body) === 0
}

describe('frames of the sync protocol', () => {
  it('[W2] read back as what was put in, at every length of their length', () => {
    for (const size of [0, 1, 127, 128, 16_383, 16_384, 70_000, 2_097_151, 2_097_152]) {
      const body = new Uint8Array(size).fill(5)
      expect(holds(updateFrame(body), 'update', body)).toBe(true)
      expect(holds(step2Frame(body), 'step2', body)).toBe(true)
      expect(holds(step1Frame(body), 'step1', body)).toBe(true)
    }
  })

  it('[W4] count decided writes in one varUint, however many', () => {
    expect([...decidedFrame(0)]).toEqual([101, 0])
    expect([...decidedFrame(127)]).toEqual([101, 127])
    expect([...decidedFrame(128)]).toEqual([101, 128, 1])
  })
})
