import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
import { type KillStage, openKillStage } from './kill-points.ts'
import { rowsWrittenTwice } from './rows-written-twice.ts'
import { waitUntil } from './wait-until.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const sheet = new TrialSheet('The road between server and database')
let on: KillStage

beforeAll(async () => {
  on = await openKillStage(seed)
})
beforeEach(() => on.toDatabase.set({}))
afterAll(() => on?.close())

it(`[S6] loses and doubles nothing when 30 answers to appends are lost (SEED=${seed})`, async () => {
  const { crew, toDatabase, stage, server } = on
  crew.begin(20)
  for (let n = 0; n < 30; n += 1) {
    await toDatabase.breakAt({ direction: 'up', at: 'log-append', isDelivered: n % 3 > 0 })
  }
  const { writes, settledMs } = await crew.finish(60_000)
  expect(await rowsWrittenTwice(stage.database.pool)).toBe(0)
  sheet.note(
    '30 appends cut off, 20 of them in the log all the same',
    `${writes} writes, none lost, none twice`,
  )
  sheet.atMost('all saved after the last', settledMs / 1000, 15, 's')
  expect(server.isRunning()).toBe(true)
})

it.each([
  ['stalls for 20 s and then delivers', { isStalled: true }, 20_000],
  ['swallows everything for 15 s', { isDropping: true }, 15_000],
] as const)('[S12] goes on by itself when the road %s', async (what, fault, lastsMs) => {
  const { crew, toDatabase, stage, server } = on
  server.forgetPeaks()
  const before = server.vitals.rss.now
  crew.begin(40)
  toDatabase.set({ up: fault })
  await new Promise((later) => setTimeout(later, lastsMs))
  const decided = crew.timesDecided()
  toDatabase.set({})
  const backMs = await waitUntil('work goes on', () => crew.timesDecided() > decided, 60_000)
  await crew.finish(60_000)
  expect(await rowsWrittenTwice(stage.database.pool)).toBe(0)
  sheet.atMost(`${what}: saved again after its end`, backMs / 1000, 15, 's')
  sheet.atMost(`${what}: memory grew by`, (server.vitals.rss.most - before) / 2 ** 20, 64, 'MiB')
  expect(server.isRunning()).toBe(true)
})
