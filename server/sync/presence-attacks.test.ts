import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { closeCode, frameType } from '#domain/wire.ts'
import { awarenessFrame } from './frames.ts'
import { Presence } from './presence.ts'
import { openWriter, type RawWriter } from './testing/raw-writer.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'

type Entry = [clientId: number, clock: number, json: string]

/** One awareness message of y-protocols, written by hand. */
function message(entries: readonly Entry[], said = entries.length): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, said)
    for (const [clientId, clock, json] of entries) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
  })
}

function entriesOf(bytes: Uint8Array | null): Entry[] {
  if (bytes === null) return []
  const decoder = decoding.createDecoder(bytes)
  return Array.from({ length: decoding.readVarUint(decoder) }, (): Entry => {
    const clientId = decoding.readVarUint(decoder)
    return [clientId, decoding.readVarUint(decoder), decoding.readVarString(decoder)]
  })
}

const an = { personId: 'an', name: 'Lò Thị An' }
const binh = { personId: 'binh', name: 'Quàng Văn Bình' }
const now = () => 1_000

describe('presence that is sent to hurt', () => {
  it('[P2] 50,000 ids in one message, or as many as it lies about, are no message', () => {
    const presence = new Presence<typeof an>(now)
    const many = Array.from({ length: 50_000 }, (_, n): Entry => [n, 1, '{"open":"x"}'])
    expect(presence.receive(an, message(many))).toBe(false)
    expect(presence.receive(an, message([], 2 ** 40))).toBe(false)
    expect(presence.size).toBeLessThan(4)
  })

  it('[P2] a thousand ids in one message are one: its sender’s', () => {
    const presence = new Presence<typeof an>(now)
    const many = Array.from({ length: 1_000 }, (_, n): Entry => [n, 1, '{"open":"x"}'])
    expect(presence.receive(an, message(many))).toBe(true)
    expect(entriesOf(presence.takeChanges()).map(([id]) => id)).toEqual([0])
  })

  it('[P2] somebody else’s id is not touched, whatever clock comes with it', () => {
    const presence = new Presence<typeof an>(now)
    presence.receive(binh, message([[2, 1, '{"open":"plan"}']]))
    presence.takeChanges()
    for (const json of ['{"open":"forged"}', 'null']) {
      expect(presence.receive(an, message([[2, 2 ** 52, json]]))).toBe(true)
      expect(presence.takeChanges()).toBe(null)
    }
    presence.receive(binh, message([[2, 2, '{"open":"board"}']]))
    expect(entriesOf(presence.takeChanges())[0]?.[2]).toContain('board')
  })

  it('[P2] one’s own id with a clock of 2^52 goes out under the server’s, and goes on', () => {
    const presence = new Presence<typeof an>(now)
    presence.receive(an, message([[1, 2 ** 52, '{"open":"a"}']]))
    const [first] = entriesOf(presence.takeChanges())
    presence.receive(an, message([[1, 3, '{"open":"b"}']]))
    const [second] = entriesOf(presence.takeChanges())
    expect(first?.[1]).toBeLessThan(2 ** 44)
    expect(second?.[1]).toBeGreaterThan(first?.[1] ?? 0)
  })

  it('[P2] ids that no Yjs client has are no message', () => {
    const presence = new Presence<typeof an>(now)
    expect(presence.receive(an, message([[2 ** 40, 1, '{}']]))).toBe(false)
  })

  it('[P2] a state of one MiB, a prototype, and no object are not shown', () => {
    const presence = new Presence<typeof an>(now)
    const odd = [`{"open":"${'x'.repeat(2 ** 20)}"}`, '['.repeat(2 ** 20), '[]', '7', '"x"']
    for (const json of [...odd, '{"__proto__":{"name":"x"}}', '{"open":{"__proto__":1}}']) {
      presence.receive(an, message([[1, 1, json]]))
      expect(presence.takeChanges()).toBe(null)
    }
  })

  it('[P2] remembers nothing of 10,000 who came and went', () => {
    const presence = new Presence<typeof an>(now)
    for (let n = 0; n < 10_000; n += 1) {
      const who = { personId: `p${n % 3_000}`, name: 'x' }
      presence.receive(who, message([[n, 1, '{"open":"x"}']]))
      if (n % 2 === 0) presence.receive(who, message([[n, 2, 'null']]))
      presence.leave(who, true)
      if (n % 100 === 99) presence.takeChanges()
    }
    presence.takeChanges()
    expect(presence.size).toBe(0)
  })
})

describe('presence over sockets', () => {
  let stage: Stage
  let node: Node
  let attacker: SignedIn
  let colleague: RawWriter
  beforeAll(async () => {
    stage = await openStage()
    node = await stage.openNode()
    attacker = await stage.signIn('member')
    colleague = openWriter(node, stage.room, await stage.signIn('secretary'))
    await vi.waitUntil(() => colleague.isSaved(), { timeout: 20_000 })
  })
  afterAll(() => stage.close())

  async function join(): Promise<RawWriter> {
    const writer = openWriter(node, stage.room, attacker)
    await expect.poll(() => writer.isSaved()).toBe(true)
    return writer
  }

  it('[P2] [W13] too many ids end their own socket', async () => {
    const forger = await join()
    const many = Array.from({ length: 50_000 }, (_, n): Entry => [n, 1, '{}'])
    forger.raw.send(awarenessFrame(message(many)))
    await expect.poll(() => forger.raw.closed).toBe(closeCode.brokeProtocol)
    colleague.assign('after-many-ids')
    await expect.poll(() => colleague.isSaved()).toBe(true)
  })

  it('[P2] [W12] 1,500 states in one breath reach others as a few, the last among them', async () => {
    const forger = await join()
    const seen = () =>
      colleague.raw.frames.filter((frame) => frame[0] === frameType.awareness).length
    const before = seen()
    for (let n = 1; n <= 1_500; n += 1) {
      forger.raw.send(awarenessFrame(message([[77, n, `{"open":"state-${n}"}`]])))
    }
    const isLast = (frame: Uint8Array) => Buffer.from(frame).includes('state-1500')
    await expect.poll(() => colleague.raw.frames.some(isLast), { timeout: 60_000 }).toBe(true)
    // At most one in 100 ms of the few seconds that they take, and not one for each.
    expect(seen() - before).toBeLessThan(300)
    expect(forger.raw.closed).toBe(null)
    colleague.assign('after-many-states')
    await expect.poll(() => colleague.isSaved()).toBe(true)
    forger.raw.close()
  }, 90_000)
})
