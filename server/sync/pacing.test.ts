import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { assignmentsOf } from '#domain/plan-doc.ts'
import { syncLimits } from './sync-limits.ts'
import { openClient } from './testing/stage-client.ts'
import { openStage, type Stage } from './testing/sync-stage.ts'
import { TokenBucket } from './token-bucket.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

it('[W12] a bucket lends once and then makes its owner wait for what was taken', () => {
  const bucket = new TokenBucket(10, 20, 0)
  expect(bucket.take(20, 0)).toBe(0)
  expect(bucket.take(5, 0)).toBe(500)
  expect(bucket.take(0, 500)).toBe(0)
  expect(bucket.take(1, 600)).toBe(0)
})

it('[W12] who sends far too fast is read slowly, is not closed, and all of it is saved', async () => {
  const frames = 120
  const slow = { ...syncLimits, framesPerSecond: 60, frameBurst: 10 }
  const node = await stage.openNode({ limits: slow })
  const client = openClient(node, stage.room, await stage.signIn('secretary'))
  await expect.poll(() => client.isSaved()).toBe(true)
  const closes: number[] = []
  client.provider.on('connection-close', (event: CloseEvent | null) =>
    closes.push(event?.code ?? 0),
  )

  const began = performance.now()
  for (let n = 0; n < frames; n += 1) {
    assignMember(client.doc, { memberId: `fast-${n}`, target: { kind: 'group', id: 'g1' } })
  }
  await expect.poll(() => client.isSaved(), { timeout: 20_000 }).toBe(true)

  // Over the burst, the rest cannot have come in faster than the rate lets it.
  expect(performance.now() - began).toBeGreaterThan(((frames - 10 - 60) / 60) * 1000)
  expect(closes).toEqual([])
  const watching = openClient(node, stage.room, await stage.signIn('member'))
  await expect.poll(() => assignmentsOf(watching.doc).size).toBe(frames)
  expect(Y.encodeStateVector(watching.doc)).toEqual(Y.encodeStateVector(client.doc))
})
