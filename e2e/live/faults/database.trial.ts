import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
import {
  type DatabaseStage,
  fillDisk,
  freeDisk,
  type OutageSetting,
  openDatabaseStage,
  outage,
} from './database-stage.ts'
import { noteOutage } from './outage-sheet.ts'
import { canMount } from './small-disk.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const sheet = new TrialSheet('A database that fails')
const mayMount = await canMount()

describe(`[S12] a database that is away (SEED=${seed})`, () => {
  let on: DatabaseStage
  beforeAll(async () => {
    on = await openDatabaseStage({ seed })
    sheet.note('PostgreSQL', on.database.version)
  })
  afterAll(() => on?.close())

  const settings: [string, () => OutageSetting][] = [
    ...[5, 30, 60].map((seconds): [string, () => OutageSetting] => [
      `stopped for ${seconds} s`,
      () => ({ begin: on.database.freeze, end: on.database.thaw, lastsMs: seconds * 1_000 }),
    ]),
    [
      'killed, started after 10 s',
      () => ({ begin: on.database.kill, end: on.database.start, lastsMs: 10_000 }),
    ],
    ['restarted (fast)', () => restarted('fast')],
    ['restarted (immediate)', () => restarted('immediate')],
  ]
  const restarted = (mode: 'fast' | 'immediate'): OutageSetting => ({
    begin: () => on.database.restart(mode),
    end: () => Promise.resolve(),
    lastsMs: 0,
    isShort: true,
    mayAnswer: true,
  })

  it.each(settings)('%s', async (what, setting) => {
    const told = await outage(on, setting())
    noteOutage(sheet, what, told)
    expect(on.server.isRunning()).toBe(true)
  })
})

describe.skipIf(!mayMount)(
  '[S12] a disk that is full (skipped where no disk can be mounted)',
  () => {
    it.each([
      ['of the data', false],
      ['of the log', true],
    ])('%s', async (what, isWalFull) => {
      const on = await openDatabaseStage({ seed, diskMiB: 160 })
      try {
        const told = await outage(on, {
          begin: () => fillDisk(on, isWalFull),
          end: () => freeDisk(on),
          lastsMs: 10_000,
          mayAnswer: true,
        })
        noteOutage(sheet, `disk ${what} full`, told)
        expect(on.server.isRunning()).toBe(true)
      } finally {
        await on.close()
      }
    })
  },
)
