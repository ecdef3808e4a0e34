import { afterAll, beforeAll, beforeEach, it } from 'vitest'
import { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
import { type BadLine, openBadLine, profiles, stallFor, workOver } from './bad-line.ts'
import { deafReaders } from './deaf-reader.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const sheet = new TrialSheet('A bad line between browser and server')
let on: BadLine

beforeAll(async () => {
  on = await openBadLine(seed)
})
beforeEach(() => on.link.set({}))
afterAll(() => on?.close())

it.each(profiles)(`[W23] loses nothing over a line $name (SEED=${seed})`, async (profile) => {
  on.server.forgetPeaks()
  const { writes, settledMs } = await workOver(on, profile, 10_000)
  sheet.atMost(`${profile.name}: together again after`, settledMs / 1000, 15, 's')
  sheet.atMost(`${profile.name}: event loop stood still for`, on.server.vitals.blockedMs, 100, 'ms')
  sheet.note(`${profile.name}: writes`, `${writes}, none called saved was lost`)
})

it.each([
  ['up', 15],
  ['down', 15],
  // Longer than the browser takes silence for a living connection.
  ['both', 40],
] as const)('[W23] loses nothing when the line stalls (%s, %i s)', async (way, seconds) => {
  on.server.forgetPeaks()
  const before = on.server.vitals.rss.now
  const { settledMs } = await stallFor(on, way, seconds * 1_000)
  const what = `stalled for ${seconds} s (${way})`
  sheet.atMost(`${what}: together again after`, settledMs / 1000, 15, 's')
  const grown = (on.server.vitals.rss.most - before) / 2 ** 20
  sheet.atMost(`${what}: memory grew by`, grown, 64, 'MiB')
})

it('[W12] bears 20 readers who never read', async () => {
  const { rssGrowth, slowestSavedMs } = await deafReaders(on, 20, 20_000)
  sheet.atMost('20 who never read: memory grew by', rssGrowth / 2 ** 20, 100, 'MiB')
  sheet.atMost('20 who never read: slowest save of another', slowestSavedMs, 400, 'ms')
})
