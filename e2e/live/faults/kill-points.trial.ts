import { afterAll, beforeAll, it } from 'vitest'
import { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
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

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const sheet = new TrialSheet('Deaths of the server at named places')
let kills: KillStage

beforeAll(async () => {
  kills = await openKillStage(seed)
})
afterAll(() => kills?.close())

it(`[S10] loses nothing when the server dies five times at each named place (SEED=${seed})`, async () => {
  const { crew, server } = kills
  crew.begin(30)
  for (const [index, n] of [1, 2, 7, 20, 50].entries()) {
    for (const point of writePoints) await dieAtPoint(kills, point, n)
    await dieKeepingLateEdit(kills, index + 1)
    for (const point of drainPoints) await dieInDrain(kills, point)
    for (const step of snapshotSteps) await dieInSnapshot(kills, step, n % 2 === 0)
  }
  await server.kill()
  await server.start()
  const { writes, settledMs } = await crew.finish(60_000)
  const places = 1 + writePoints.length + drainPoints.length + snapshotSteps.length
  sheet.note('deaths', `${places * 5} at ${places} places, each reached`)
  sheet.note('writes', `${writes}, none called saved was lost, doubled or invented`)
  sheet.atMost('all saved after the last start', settledMs / 1000, 15, 's')
  sheet.atMost('longest that the event loop stood still', server.vitals.blockedMs, 100, 'ms')
  sheet.note('seed', seed)
})
