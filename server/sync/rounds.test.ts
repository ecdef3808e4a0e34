import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClient } from './testing/stage-client.ts'
import { openStage, type Stage } from './testing/sync-stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

function expireIn(sessionId: string, ms: number): Promise<unknown> {
  return stage.database.prisma.session.update({
    where: { id: sessionId },
    data: { expiresAt: new Date(Date.now() + ms) },
  })
}

it('[W8] a session that was prolonged elsewhere stays, one that was not is closed', {
  timeout: 60_000,
}, async () => {
  const node = await stage.openNode({ listens: false })
  const [prolonged, over] = [await stage.signIn('secretary'), await stage.signIn('cadre')]
  // Long enough that a busy machine has prolonged the one before it runs out, and seen the rounds go by until then.
  for (const { sessionId } of [prolonged, over]) await expireIn(sessionId, 12_000)
  const stays = openClient(node, stage.room, prolonged)
  await expect.poll(() => stays.isSaved()).toBe(true)
  const goes = openClient(node, stage.room, over)
  await expect.poll(() => goes.hello).not.toBeNull()
  // By then the rounds have read both, and read nobody again before something is new.
  const cameAt = Date.now()
  await expect.poll(() => Date.now() - cameAt).toBeGreaterThan(2_200)
  await expireIn(prolonged.sessionId, 60_000)

  await expect.poll(() => goes.closes, { timeout: 30_000 }).toEqual([4401])
  // Both are looked at in the same rounds: whoever is still here now was found to hold.
  const frames = stays.frames.length
  stays.doc
    .getMap('assignments')
    .set('m1>group:g1', { m: 'm1', t: { k: 'group', id: 'g1' }, at: 1 })
  await expect.poll(() => stays.frames.length).toBeGreaterThan(frames)
  expect(stays.closes).toEqual([])
  stays.close()
  goes.close()
})
