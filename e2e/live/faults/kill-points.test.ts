import { afterAll, beforeAll, expect, it } from 'vitest'
import { drainPoints, writePoints } from '#server/sync/write-point.ts'
import {
  dieAtPoint,
  dieInDrain,
  dieInSnapshot,
  dieKeepingLateEdit,
  type KillStage,
  openKillStage,
  snapshotSteps,
} from './kill-points.ts'

const seed = Number(process.env['SEED'] ?? 20_261)
let kills: KillStage

beforeAll(async () => {
  kills = await openKillStage(seed)
})
afterAll(() => kills?.close())

it(
  '[W20] stores what came too late once, when the server dies before it could say so',
  {
    timeout: 120_000,
  },
  () => dieKeepingLateEdit(kills, 1),
)

it(`[S10] loses nothing when the server dies at any named place of its work (SEED=${seed})`, {
  // Each place is a death and a start of a process.
  timeout: 300_000,
}, async () => {
  const { crew, server } = kills
  crew.begin(30)
  for (const point of writePoints) await dieAtPoint(kills, point, 8)
  for (const point of drainPoints) await dieInDrain(kills, point)
  for (const [index, step] of snapshotSteps.entries()) {
    await dieInSnapshot(kills, step, index % 2 === 0)
  }
  await server.kill()
  await server.start()
  const { writes } = await crew.finish(30_000)
  expect(writes).toBeGreaterThan(100)
})
