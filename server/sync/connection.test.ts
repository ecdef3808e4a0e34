import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Connection } from './connection.ts'
import { updateFrame } from './frames.ts'
import type { Guest } from './guest.ts'
import { syncLimits } from './sync-limits.ts'

const limits = {
  ...syncLimits,
  laggingBytes: 1_000,
  drainedBytes: 100,
  hopelessBytes: 100_000,
  laggingMs: 30_000,
}
const guest: Guest = {
  personId: 'an',
  sessionId: 's',
  name: 'An',
  right: 'edit',
  sessionExpiresAt: new Date(8e15),
  rightsRev: 0n,
  address: '',
}
const frame = updateFrame(new Uint8Array(300))

/** A socket of which nothing leaves unless it is told so, at a time of its own. */
const line = { now: 0, buffered: 0, sent: [] as Uint8Array[], isCut: false }
let connection: Connection
const doc = new Y.Doc()
const before = () => Y.encodeStateVector(new Y.Doc())

beforeEach(() => {
  Object.assign(line, { now: 0, buffered: 0, sent: [], isCut: false })
  const transport = {
    send: (bytes: Uint8Array) => {
      line.sent.push(bytes)
      line.buffered += bytes.byteLength
    },
    close: () => undefined,
    terminate: () => {
      line.isCut = true
    },
    pause: () => undefined,
    resume: () => undefined,
    get bufferedBytes() {
      return line.buffered
    },
  }
  const clock = { now: () => line.now, after: () => () => undefined }
  connection = new Connection(guest, transport, clock, limits)
  connection.isSynced = true
})

function pass(ms: number, leaving = 0): void {
  for (let at = 0; at < ms; at += 200) {
    line.now += 200
    line.buffered = Math.max(0, line.buffered - leaving / (ms / 200))
    connection.relieve(doc)
  }
}

describe('a socket that is behind', () => {
  it('[W25] is sent no more than it may hold, no presence, and one difference once it has drained', () => {
    for (let n = 0; n < 100; n += 1) {
      connection.share(frame, before)
      connection.showPresence(frame)
    }
    expect(line.sent.length).toBe(3)
    doc.getMap('assignments').set('m1.0', 1)
    pass(5_000)
    expect(line.sent.length).toBe(3)
    line.buffered = 50
    connection.relieve(doc)
    expect(line.sent.length).toBe(4)
    expect(line.sent.at(-1)).toEqual(updateFrame(Y.encodeStateAsUpdate(doc)))
    expect(line.isCut).toBe(false)
  })

  it('[W25] is given up when nothing leaves for half a minute', () => {
    for (let n = 0; n < 5; n += 1) connection.share(frame, before)
    pass(30_000)
    expect(line.isCut).toBe(false)
    pass(1_000)
    expect(line.isCut).toBe(true)
  })

  it('[W25] is given up at once when more waits than it can be given', () => {
    connection.send(new Uint8Array(100_001))
    connection.relieve(doc)
    expect(line.isCut).toBe(true)
  })

  it('[W25] is kept for as long as it takes when it is only slow', () => {
    connection.send(new Uint8Array(99_000))
    for (let n = 0; n < 4; n += 1) {
      pass(25_000, 20_000)
      expect(line.isCut).toBe(false)
    }
    pass(31_000)
    expect(line.isCut).toBe(true)
  })
})
