import { randomUUID } from 'node:crypto'
import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { frameType } from '#domain/wire.ts'
import { takeActs } from '#server/data/advice/take-acts.ts'
import { announce } from '#server/db/announce.ts'
import { openRaw, type RawSocket } from '#server/sync/testing/raw-socket.ts'
import { openClient } from '#server/sync/testing/stage-client.ts'
import { openStage, type SignedIn, type Stage } from '#server/sync/testing/sync-stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

it('[Q13] [Q17] a comment is heard at once on every node, by editors and by those who only listen', async () => {
  const nodes = [await stage.openNode(), await stage.openNode()]
  const secretary = await stage.signIn('secretary')
  const cadre = await stage.signIn('cadre')
  const [first] = nodes
  if (!first) throw new Error('no node')
  const opener = openClient(first, stage.room, secretary)
  await vi.waitUntil(() => opener.isSaved(), { timeout: 20_000 })
  const sockets = nodes.flatMap((node) => [
    openRaw(node, stage.room, { cookie: secretary.cookie }),
    openRaw(node, stage.room, { cookie: cadre.cookie, query: '?hints=1' }),
  ])
  for (const socket of sockets) await expect.poll(() => socket.hello()).not.toBe(null)
  // A node begins to listen a moment after it opens, and whoever does not listen yet has missed it for good.
  const branchIds = [stage.branchId]
  const areListening = async () => {
    await announce(stage.database.pool, { kind: 'changed', what: 'roster', branchIds })
    return sockets.every((socket) => hints(socket, 'roster') > 0)
  }
  await expect.poll(areListening).toBe(true)
  expect(sockets.map((socket) => hints(socket))).toEqual(sockets.map(() => 0))

  const begun = performance.now()
  expect(await comment(cadre)).toEqual([true])
  await expect
    .poll(() => sockets.map((socket) => hints(socket)), { interval: 5 })
    .toEqual(sockets.map(() => 1))
  const ms = Math.round(performance.now() - begun)
  process.stdout.write(`a comment was heard on two nodes after ${ms} ms\n`)

  // Read on one device: told to the others of the same person, and to nobody else.
  const { id } = await stage.database.prisma.notice.findFirstOrThrow({
    where: { personId: secretary.personId, readAt: null },
  })
  for (const told of [1, 1]) {
    await say(secretary, { kind: 'read', noticeIds: [id] })
    await expect
      .poll(() => sockets.map((socket) => hints(socket, 'notices')))
      .toEqual([told, 0, told, 0])
  }

  // What was refused is no news.
  const member = await stage.signIn('member')
  expect(await comment(member)).toEqual([false])
  expect(sockets.map((socket) => hints(socket))).toEqual(sockets.map(() => 1))
  for (const socket of sockets) socket.close()
  opener.close()
}, 120_000)

function comment(person: SignedIn): Promise<boolean[]> {
  return say(person, {
    kind: 'begin',
    branchId: stage.branchId,
    month: stage.month,
    threadId: randomUUID(),
    place: { kind: 'plan' },
    body: 'Nhóm 4 chưa có ai.',
    mentions: [],
    change: null,
  })
}

async function say({ personId, sessionId }: SignedIn, act: object): Promise<boolean[]> {
  const speaker = { personId, sessionId, memberId: null }
  const asked = { language: 'vi', note: () => undefined } as const
  const { answers } = await takeActs(
    stage.database,
    speaker,
    { acts: [{ ...act, id: randomUUID() }] },
    asked,
  )
  return answers.map(({ ok }) => ok)
}

/** How often it was told to read the comments, or one's notices, again. */
function hints(socket: RawSocket, what = 'comments'): number {
  const told = socket.frames.filter((frame) => frame[0] === frameType.changed)
  return told.filter((frame) => {
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    return JSON.parse(decoding.readVarString(decoder)).what === what
  }).length
}
