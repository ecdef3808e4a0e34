import { afterAll, beforeAll, expect, it } from 'vitest'
import { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
import { type KillStage, openKillStage } from './kill-points.ts'
import { stopUnderLoad, stopWithoutDatabase } from './sigterm.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const sheet = new TrialSheet('SIGTERM in mid-work')
let on: KillStage

beforeAll(async () => {
  on = await openKillStage(seed)
})
afterAll(() => on?.close())

it(`[W14] ten times: ends with 0, loses nothing, everyone is back (SEED=${seed})`, async () => {
  // Below the rate of one connection, so that nobody waits for that.
  on.crew.begin(25)
  const stops = []
  for (let n = 0; n < 10; n += 1) stops.push(await stopUnderLoad(on))
  sheet.atMost(
    'slowest stop of ten',
    Math.max(...stops.map(({ stopMs }) => stopMs)) / 1000,
    10,
    's',
  )
  sheet.atMost(
    'everyone back, slowest',
    Math.max(...stops.map(({ backMs }) => backMs)) / 1000,
    15,
    's',
  )
  const { stopMs } = await stopWithoutDatabase(on)
  sheet.atMost('stop while the database does not answer', stopMs / 1000, 10, 's')
  sheet.atMost('event loop stood still for', on.server.vitals.blockedMs, 100, 'ms')
  expect(on.server.isRunning()).toBe(true)
})
