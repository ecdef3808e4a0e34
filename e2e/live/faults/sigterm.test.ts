import { afterAll, beforeAll, expect, it } from 'vitest'
import { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
import { type KillStage, openKillStage } from './kill-points.ts'
import { stopUnderLoad, stopWithoutDatabase } from './sigterm.ts'

const seed = Number(process.env['SEED'] ?? 20_264)
const sheet = new TrialSheet('SIGTERM in mid-work')
let on: KillStage

beforeAll(async () => {
  on = await openKillStage(seed)
})
afterAll(() => on?.close())

it('[W14] ends with 0, loses nothing, and everyone is back after the next start', {
  timeout: 120_000,
}, async () => {
  on.crew.begin(20)
  const { stopMs, backMs } = await stopUnderLoad(on)
  sheet.atMost('stopped after', stopMs / 1000, 10, 's')
  sheet.atMost('everyone is back after', backMs / 1000, 15, 's')
  expect(stopMs).toBeLessThan(50_000)
})

it('[W14] ends with 0 also while the database does not answer', { timeout: 120_000 }, async () => {
  on.crew.begin(20)
  const { stopMs } = await stopWithoutDatabase(on)
  sheet.atMost('stopped without a database after', stopMs / 1000, 10, 's')
  expect(stopMs).toBeLessThan(50_000)
})
