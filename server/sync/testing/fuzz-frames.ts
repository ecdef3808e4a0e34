// A crowd that sends whatever comes, to a real node with real sockets on a real database, beside people at work.
import * as encoding from 'lib0/encoding'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { readPlan } from '#domain/read-plan.ts'
import { frameType } from '#domain/wire.ts'
import { readActor } from '../../auth/actor.ts'
import { readPlace } from '../../auth/place.ts'
import { loadPlan } from '../../log/load-plan.ts'
import { awarenessFrame, step1Frame, step2Frame, updateFrame } from '../frames.ts'
import { syncLimits } from '../sync-limits.ts'
import { throwDice } from './dice.ts'
import { type FuzzFrame, nextFrame } from './fuzz-grammar.ts'
import { honestUpdates } from './honest-updates.ts'
import { watchLoop } from './loop-delay.ts'
import { openWriter, type RawWriter } from './raw-writer.ts'
import { shownDoc } from './shown-doc.ts'
import { type Node, type SignedIn, type Stage, stageSecret } from './sync-stage.ts'
import { TrialSheet } from './trial-sheet.ts'
import { openWire, type WireSocket } from './wire-socket.ts'

const crowd = 12
/** A frame that waits for more than ever comes is given up after so long. */
const patienceMs = 25

/** Limits under which the crowd is not slowed: what is measured is what the frames do. */
const fuzzLimits = {
  framesPerSecond: 1e6,
  frameBurst: 1e6,
  bytesPerSecond: 1e9,
  byteBurst: 1e9,
  connectionsPerPerson: 100,
}

/** A node that looks everybody up once, for the crowd comes back after each frame. */
function openFuzzNode(stage: Stage): Promise<Node> {
  const { database } = stage
  const actors = new Map<string, ReturnType<typeof readActor>>()
  const places = new Map<string, ReturnType<typeof readPlace>>()
  return stage.openNode({
    limits: { ...syncLimits, ...fuzzLimits },
    desk: {
      readActor: (cookie = '') => {
        const known = actors.get(cookie) ?? readActor(database, cookie, stageSecret)
        actors.set(cookie, known)
        return known
      },
      readPlace: (branchId) => {
        const known = places.get(branchId) ?? readPlace(database, branchId)
        places.set(branchId, known)
        return known
      },
    },
  })
}

/** What an honest client of the present document would send: whole messages, and the updates in them. */
interface Session {
  messages: Uint8Array[]
  updates: Uint8Array[]
}

async function recordSession({ database }: Stage, nth: number): Promise<Session> {
  const { id } = await database.prisma.plan.findFirstOrThrow()
  const { doc } = await loadPlan(database.pool, id)
  const updates = honestUpdates(Y.encodeStateAsUpdate(doc), 80_000_000 + nth, `fuzz-${nth}`)
  const cursor = '{"cursor":{"anchor":1,"head":2},"drag":{"memberId":"m1"}}'
  const presence = encoding.encode((encoder) => {
    for (const number of [1, 80_000_000 + nth, 1]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, cursor)
  })
  const messages = [
    step1Frame(Y.encodeStateVector(doc)),
    step2Frame(Y.encodeStateAsUpdate(doc)),
    ...updates.map(updateFrame),
    awarenessFrame(presence),
    Uint8Array.of(frameType.queryAwareness),
  ]
  return { messages, updates }
}

type Outcome = 'went on' | 'refused' | 'gave up' | `closed ${number}`

/** Sends a frame, and behind it a step 2 that adds nothing, whose answer tells that the frame was handled. */
async function throwAt(wire: WireSocket, { bytes, isWhole }: FuzzFrame): Promise<Outcome> {
  const isFirst = wire.messages.every((message) => message[0] !== frameType.decided)
  if (isFirst) wire.send(step1Frame(Uint8Array.of(0)))
  const seen = wire.messages.length
  wire.write(bytes)
  if (isWhole) wire.send(step2Frame(Uint8Array.of(0, 0)))
  const deadline = performance.now() + (isWhole ? 20_000 : patienceMs)
  for (;;) {
    const outcome = outcomeOf(wire, seen)
    if (outcome !== null && (isWhole || outcome !== 'went on')) return outcome
    const leftMs = deadline - performance.now()
    if (leftMs <= 0) break
    await nextNews(wire, leftMs)
  }
  if (isWhole) throw new Error(`no answer to ${Buffer.from(bytes).toString('hex').slice(0, 400)}`)
  return 'gave up'
}

/** What came behind the messages that were seen before. */
function outcomeOf(wire: WireSocket, seen: number): Outcome | null {
  if (wire.closeCode !== null) return `closed ${wire.closeCode}`
  if (wire.isOver) return 'closed 1006'
  const answers = wire.messages.slice(seen).map((message) => message[0])
  if (answers.includes(frameType.refused)) return 'refused'
  return answers.includes(frameType.decided) ? 'went on' : null
}

function nextNews({ socket }: WireSocket, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      socket.off('data', done)
      socket.off('close', done)
      resolve()
    }
    const timer = setTimeout(done, withinMs)
    socket.on('data', done)
    socket.on('close', done)
  })
}

/** Somebody who works while the crowd is at it, until it is done. */
async function workBeside(victim: RawWriter, isOver: () => boolean, each: () => Promise<void>) {
  for (let nth = 0; !isOver(); nth += 1) {
    victim.assign(`beside-${nth}`)
    await expect.poll(() => victim.isSaved(), { timeout: 20_000, interval: 20 }).toBe(true)
    await each()
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** The document of the room is the one that its rows make. */
async function compareWithLog(stage: Stage, node: Node, person: SignedIn): Promise<void> {
  const { id } = await stage.database.prisma.plan.findFirstOrThrow()
  const reader = await openWire(node, stage.room, person.cookie)
  reader.send(step1Frame(Uint8Array.of(0)))
  reader.send(step2Frame(Uint8Array.of(0, 0)))
  const isDecided = () => reader.messages.some((message) => message[0] === frameType.decided)
  await expect.poll(isDecided, { timeout: 20_000 }).toBe(true)
  const { doc } = await loadPlan(stage.database.pool, id)
  const shown = shownDoc(reader.messages)
  expect(Y.equalSnapshots(Y.snapshot(shown), Y.snapshot(doc))).toBe(true)
  expect(readPlan(shown)).toEqual(readPlan(doc))
  reader.end()
}

/** Throws on the first frame that is not answered as the protocol says, or that hurts anybody else. */
export async function fuzzFrames(stage: Stage, count: number): Promise<void> {
  const node = await openFuzzNode(stage)
  const dice = throwDice()
  const sheet = new TrialSheet(`frames, SEED=${dice.seed}`)
  sheet.note('frames to come', count)
  const victim = openWriter(node, stage.room, await stage.signIn('secretary'))
  await expect.poll(() => victim.isSaved(), { timeout: 20_000 }).toBe(true)
  const editor = await stage.signIn('committee')
  const viewer = await stage.signIn('member')
  let session = await recordSession(stage, 0)
  const outcomes: Record<string, number> = {}
  const before = process.memoryUsage().rss
  let sent = 0

  const oneOfThem = async (person: SignedIn): Promise<void> => {
    let wire: WireSocket | null = null
    while (sent < count) {
      sent += 1
      wire ??= await openWire(node, stage.room, person.cookie)
      const frame = nextFrame(dice, session.messages, session.updates)
      const outcome: Outcome = await throwAt(wire, frame)
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      if (outcome === 'went on') continue
      wire.end()
      wire = null
    }
    wire?.end()
  }
  let loop = watchLoop()
  let blockedMs = 0
  const people = Array.from({ length: crowd }, (_, at) => (at % 3 === 0 ? viewer : editor))
  const all = Promise.all(people.map(oneOfThem))
  // Loading the plan and editing it are the trial's own work: no part of what the frames do to the node.
  const renew = async () => {
    blockedMs = Math.max(blockedMs, loop.stop())
    session = await recordSession(stage, sent)
    loop = watchLoop()
  }
  await Promise.all([all, workBeside(victim, () => sent >= count, renew)])
  blockedMs = Math.max(blockedMs, loop.stop())

  await compareWithLog(stage, node, viewer)
  sheet.note('frames', `${count}: ${JSON.stringify(outcomes)}`)
  sheet.atMost('longest block of the event loop', blockedMs, 100, 'ms')
  sheet.atMost('memory', (process.memoryUsage().rss - before) / 2 ** 20, 100, 'MB')
  expect(node.reports).toEqual([])
  expect(blockedMs).toBeLessThan(500)
  expect(process.memoryUsage().rss - before).toBeLessThan(500 * 2 ** 20)
  expect(outcomes['went on']).toBeGreaterThan(count / 50)
}
