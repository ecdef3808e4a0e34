import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { closeCode, frameType } from '#domain/wire.ts'
import { step1Frame } from './frames.ts'
import { syncLimits } from './sync-limits.ts'
import { holdRow } from './testing/hold-row.ts'
import { openRaw } from './testing/raw-socket.ts'
import { openWriter, type RawWriter } from './testing/raw-writer.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'
import { opcode, openWire, type WireSocket, wireFrame } from './testing/wire-socket.ts'

let stage: Stage
let node: Node
let secretary: SignedIn
let attacker: SignedIn
let colleague: RawWriter
const wires: WireSocket[] = []
const patient = { timeout: 20_000 }

beforeAll(async () => {
  stage = await openStage()
  node = await stage.openNode()
  secretary = await stage.signIn('secretary')
  attacker = await stage.signIn('member')
  colleague = openWriter(node, stage.room, secretary)
  await vi.waitUntil(() => colleague.isSaved(), patient)
})
afterEach(() => {
  for (const wire of wires.splice(0)) wire.end()
})
afterAll(() => stage.close())

async function wireTo(at: Node, headers: readonly string[] = []): Promise<WireSocket> {
  const wire = await openWire(at, stage.room, attacker.cookie, headers)
  wires.push(wire)
  return wire
}

/** Others are as well off as before. */
async function colleagueIsWell(): Promise<void> {
  colleague.assign(`well-${colleague.sent}`)
  await expect.poll(() => colleague.isSaved(), patient).toBe(true)
}

describe('sockets that are used against the server', () => {
  it('[W25] pings whose answers nobody reads end their socket', async () => {
    const wire = await wireTo(node)
    wire.pause()
    const pings = Buffer.concat(
      Array.from({ length: 2_000 }, () =>
        wireFrame(new Uint8Array(125), { first: 0x80 | opcode.ping }),
      ),
    )
    // As long as the server answers into the system's buffers nothing is lost; then it is over.
    for (let n = 0; n < 200 && !wire.isOver; n += 1) {
      wire.write(pings)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await colleagueIsWell()
    wire.resume()
    await expect.poll(() => wire.isOver, patient).toBe(true)
  })

  it('[W25] a message in 16,000 parts ends its socket at the 65th', async () => {
    const wire = await wireTo(node)
    const part = wireFrame(Uint8Array.of(0), { first: opcode.continuation })
    wire.write(wireFrame(Uint8Array.of(0), { first: opcode.binary }))
    wire.write(Buffer.concat(Array.from({ length: 16_000 }, () => part)))
    await expect.poll(() => wire.closeCode ?? wire.isOver).toBe(1008)
    await colleagueIsWell()
  })

  it('[W25] compression is not agreed to, and what claims to be compressed ends its socket', async () => {
    const offered = ['Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits']
    const wire = await wireTo(node, offered)
    wire.write(wireFrame(new Uint8Array(100), { first: 0x80 | 0x40 | opcode.binary }))
    await expect.poll(() => wire.closeCode).toBe(1002)
    await colleagueIsWell()
  })

  it('[W25] a socket that never asks is closed', async () => {
    // Time enough for whoever asks, also when the machine stands still between the two.
    const short = await stage.openNode({ limits: { ...syncLimits, handshakeMs: 3_000 } })
    const asking = openWriter(short, stage.room, secretary)
    await expect.poll(() => asking.isSaved()).toBe(true)
    const silent = openRaw(short, stage.room, { cookie: attacker.cookie })
    await expect.poll(() => silent.closed, patient).toBe(closeCode.tryLater)
    // Which came before it.
    expect(asking.raw.closed).toBe(null)
    asking.raw.close()
  })

  it('[W25] asking for the document again and again is paid for', async () => {
    const limits = { ...syncLimits, bytesPerSecond: 20_000, byteBurst: 20_000 }
    const costly = await stage.openNode({ limits })
    const wire = await wireTo(costly)
    const answers = () =>
      wire.messages.filter((message) => message[0] === frameType.sync && message[1] === 1)
    wire.send(step1Frame(Uint8Array.of(0)))
    await expect.poll(() => answers().length).toBe(1)
    const weight = answers()[0]?.byteLength ?? 0
    for (let n = 0; n < 500; n += 1) wire.send(step1Frame(Uint8Array.of(0)))
    await stage.database.pool.query('select pg_sleep(1)')
    // A burst and what a second brings, and the one that went over.
    const most = (20_000 + 5 * 20_000) / weight + 2
    expect(answers().length).toBeLessThan(most)
    expect(wire.isOver).toBe(false)
  })

  it('[W8] whoever does not answer the close hears nothing more, and is cut off', async () => {
    const person = await stage.signIn('member')
    const wire = await openWire(node, stage.room, person.cookie)
    wires.push(wire)
    wire.send(step1Frame(Uint8Array.of(0)))
    await expect.poll(() => wire.messages.length).toBeGreaterThan(2)
    await stage.database.prisma.role.deleteMany({ where: { personId: person.personId } })
    await expect.poll(() => wire.closeCode, patient).toBe(closeCode.noRight)
    await colleagueIsWell()
    await expect.poll(() => wire.isOver, patient).toBe(true)
    expect(wire.afterClose).toBe(0)
  })
})

it('[W25] more connections than a person, a plan or an address may have are turned away, all at once too', async () => {
  const limits = {
    ...syncLimits,
    connectionsPerPerson: 3,
    connectionsPerRoom: 5,
    connectionsPerAddress: 100,
  }
  const small = await stage.openNode({ limits })
  const open = async (person: SignedIn, count: number) => {
    const all = Array.from({ length: count }, () =>
      openRaw(small, stage.room, { cookie: person.cookie }),
    )
    const isSettled = () => all.every((raw) => raw.closed !== null || raw.frames.length > 0)
    await expect.poll(isSettled, patient).toBe(true)
    await expect
      .poll(() => all.filter((raw) => raw.closed === closeCode.tryLater).length)
      .toBe(count - Math.min(3, count))
    return all.filter((raw) => raw.closed === null)
  }
  const first = await open(attacker, 12)
  expect(first.length).toBe(3)
  const second = await open(await stage.signIn('committee'), 2)
  expect(second.length).toBe(2)
  const late = openRaw(small, stage.room, { cookie: secretary.cookie })
  await expect.poll(() => late.closed).toBe(closeCode.tryLater)
  first[0]?.close()
  const next = await vi.waitUntil(async () => {
    const raw = openRaw(small, stage.room, { cookie: secretary.cookie })
    await vi.waitUntil(() => raw.closed !== null || raw.frames.length > 0, patient)
    return raw.closed === null ? raw : null
  }, patient)
  for (const raw of [...first, ...second, next]) raw.close()
})

it('[W25] while the database is held up a flood is not read; then all of it is saved', async () => {
  let received = 0
  const limits = { ...syncLimits, roomQueueBytes: 20_000, framesPerSecond: 1e6, frameBurst: 1e6 }
  const held = await stage.openNode({
    limits,
    onPass: (point) => {
      if (point === 'received') received += 1
    },
  })
  const writer = openWriter(held, stage.room, secretary)
  await expect.poll(() => writer.isSaved()).toBe(true)
  const { id } = await stage.database.prisma.plan.findFirstOrThrow()
  const hold = await holdRow(stage, id)
  received = 0
  const words = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [words])
  proseOf(writer.doc, 'organisation').insert(0, [paragraph])
  for (let n = 0; n < 400; n += 1) words.insert(0, 'x'.repeat(1_000))
  await hold.untilTriedFor(1_000)
  expect(received).toBeGreaterThan(10)
  expect(received).toBeLessThan(25)
  await hold.release()
  await expect.poll(() => writer.isSaved(), patient).toBe(true)
  expect(received).toBe(401)
  expect(writer.raw.closed).toBe(null)
  writer.raw.close()
})
