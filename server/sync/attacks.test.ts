import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { assignmentsOf } from '#domain/plan-doc.ts'
import { closeCode, frameType } from '#domain/wire.ts'
import { loadPlan } from '../log/load-plan.ts'
import { postgresLog } from '../log/postgres-log.ts'
import { updateFrame } from './frames.ts'
import { watchLoop } from './testing/loop-delay.ts'
import { type Answer, namedAttacks, type Scene } from './testing/named-attacks.ts'
import { openWriter, type RawWriter } from './testing/raw-writer.ts'
import { shownDoc } from './testing/shown-doc.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'
import { TrialSheet } from './testing/trial-sheet.ts'

let stage: Stage
let node: Node
let attacker: SignedIn
let victim: RawWriter
let planId: string
let firstRows: unknown[]
const sheet = new TrialSheet('a named attack')
/** Milliseconds until the answer, and the longest block of the event loop, over all attacks. */
const worst = { answer: 0, block: 0 }

beforeAll(async () => {
  stage = await openStage()
  node = await stage.openNode()
  attacker = await stage.signIn('committee')
  victim = openWriter(node, stage.room, await stage.signIn('secretary'))
  const isSaved = () => victim.isSaved()
  await vi.waitUntil(isSaved, { timeout: 20_000 })
  victim.assign('of-the-victim')
  await vi.waitUntil(isSaved, { timeout: 20_000 })
  planId = (await stage.database.prisma.plan.findFirstOrThrow()).id
  firstRows = await rowsAsStored()
})
afterAll(() => {
  sheet.atMost('slowest answer', worst.answer, 100, 'ms')
  sheet.atMost('longest block of the event loop', worst.block, 100, 'ms')
  return stage.close()
})

/** The plan's document as its rows make it. */
async function stored(): Promise<{ doc: Y.Doc; bytes: Uint8Array }> {
  const { doc } = await loadPlan(stage.database.pool, planId)
  return { doc, bytes: Y.encodeStateAsUpdate(doc) }
}

/** The rows with the transaction that wrote each last. */
async function rowsAsStored(): Promise<unknown[]> {
  const found = await stage.database.pool.query(
    'select *, xmin::text, ctid::text from plan_update where plan_id = $1 order by seq',
    [planId],
  )
  return found.rows
}

/** The document as the room has it. */
async function shown(): Promise<Uint8Array> {
  const reader = openWriter(node, stage.room, attacker)
  // Its first write is decided behind the answer to its question.
  await expect.poll(() => reader.isSaved()).toBe(true)
  reader.raw.close()
  return Y.encodeStateAsUpdate(shownDoc(reader.raw.frames))
}

async function sceneOf(doc: Y.Doc): Promise<Scene> {
  const ids = await stage.database.prisma.planClient.findMany({ where: { planId } })
  const server = ids.find((row) => row.personId === null)
  return {
    doc,
    server: Number(server?.clientId),
    victim: victim.doc.clientID,
    own: 1_000_000 + ids.length,
  }
}

function answerOf({ raw }: RawWriter, asked: number): Answer | null {
  if (raw.closed !== null) return raw.closed === closeCode.brokeProtocol ? 'closed' : null
  const [refused] = raw.refused()
  if (refused?.reason === 'invalid' || refused?.reason === 'tooLarge') return refused.reason
  if (asksOf(raw.frames) > asked) return 'asked'
  return raw.decided() === 2 ? 'nothing' : null
}

function asksOf(frames: readonly Uint8Array[]): number {
  return frames.filter((frame) => frame[0] === frameType.sync && frame[1] === 0).length
}

it.each(namedAttacks)('[G1] [G2] [G3] [G4] leaves no trace: $name', async (attack) => {
  const before = await stored()
  const seen = await shown()
  const update = attack.update(await sceneOf(before.doc))
  const writer = openWriter(node, stage.room, attacker)
  await expect.poll(() => writer.isSaved()).toBe(true)
  const heard = victim.raw.frames.filter((frame) => frame[0] === frameType.sync).length
  const asked = asksOf(writer.raw.frames)

  const loop = watchLoop()
  const began = performance.now()
  writer.raw.send(updateFrame(update))
  await expect.poll(() => answerOf(writer, asked), { interval: 1 }).toBe(attack.answer)
  const blockedMs = loop.stop()
  worst.answer = Math.max(worst.answer, performance.now() - began)
  worst.block = Math.max(worst.block, blockedMs)
  writer.raw.close()

  // A tenth of a second, and five times that on a busy machine.
  expect(blockedMs).toBeLessThan(500)
  expect((await stored()).bytes).toEqual(before.bytes)
  expect(await shown()).toEqual(seen)
  expect(victim.raw.frames.filter((frame) => frame[0] === frameType.sync).length).toBe(heard)
  victim.assign(`after-${namedAttacks.indexOf(attack)}`)
  await expect.poll(() => victim.isSaved()).toBe(true)
  expect(node.reports).toEqual([])
})

it('[W6] [G2] 3,000 orphans are asked for once and then shown out; none is kept', async () => {
  const { bytes } = await stored()
  const rows = await stage.database.prisma.planUpdate.count()
  const writer = openWriter(node, stage.room, attacker)
  await expect.poll(() => writer.isSaved()).toBe(true)
  const loop = watchLoop()
  const doc = new Y.Doc()
  doc.clientID = 2_000_000
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let n = 0; n <= 3_000; n += 1) {
    assignmentsOf(doc).set('m2.0', { memberId: 'm2', target: { kind: 'group', id: `g${n}` } })
  }
  // Each builds on the one before it, and the first never comes.
  updates.shift()
  for (const update of updates) writer.raw.send(updateFrame(update))
  await expect.poll(() => writer.raw.closed).toBe(closeCode.brokeProtocol)
  loop.stop()
  expect(asksOf(writer.raw.frames)).toBeLessThanOrEqual(3)
  expect(await stage.database.prisma.planUpdate.count()).toBe(rows)
  expect((await stored()).bytes).toEqual(bytes)
})

it('[S8] after all of it, and after a snapshot, the rows that were there are there as they were written', async () => {
  expect(await postgresLog(stage.database.pool).snapshot(planId)).toBe(true)
  const rows = await rowsAsStored()
  expect(rows.length).toBeGreaterThan(firstRows.length + 20)
  expect(rows.slice(0, firstRows.length)).toEqual(firstRows)
})
