import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
import {
  type DatabaseStage,
  fillDisk,
  freeDisk,
  openDatabaseStage,
  outage,
} from './database-stage.ts'
import { noteOutage } from './outage-sheet.ts'
import { canMount } from './small-disk.ts'

const seed = Number(process.env['SEED'] ?? 20_262)
const sheet = new TrialSheet('A database that fails')
const mayMount = await canMount()

describe('[S12] a database that is away: nothing is called saved, nothing is lost, work goes on by itself', () => {
  let on: DatabaseStage
  beforeAll(async () => {
    on = await openDatabaseStage({ seed })
  })
  afterAll(() => on?.close())

  it('stopped for 5 s', { timeout: 120_000 }, async () => {
    const { database } = on
    const told = await outage(on, { begin: database.freeze, end: database.thaw, lastsMs: 5_000 })
    noteOutage(sheet, 'stopped for 5 s', told)
    expect(told.notSavedMs).toBeLessThan(15_000)
  })

  it('restarted', { timeout: 120_000 }, async () => {
    const restart = () => on.database.restart('immediate')
    const end = () => Promise.resolve()
    const told = await outage(on, {
      begin: restart,
      end,
      lastsMs: 0,
      isShort: true,
      mayAnswer: true,
    })
    noteOutage(sheet, 'restarted (immediate)', told)
    expect(told.writes).toBeGreaterThan(0)
  })

  it('killed and started again', { timeout: 120_000 }, async () => {
    const { database } = on
    const told = await outage(on, { begin: database.kill, end: database.start, lastsMs: 3_500 })
    noteOutage(sheet, 'killed for 3.5 s', told)
    expect(told.notSavedMs).toBeLessThan(15_000)
  })
})

describe.skipIf(!mayMount)(
  '[S12] a disk that is full (skipped where no disk can be mounted)',
  () => {
    it.each([
      ['of the data', false],
      ['of the log', true],
    ])('%s: the same', { timeout: 120_000 }, async (what, isWalFull) => {
      const on = await openDatabaseStage({ seed, diskMiB: 160 })
      try {
        const told = await outage(on, {
          begin: () => fillDisk(on, isWalFull),
          end: () => freeDisk(on),
          lastsMs: 3_500,
          mayAnswer: true,
        })
        noteOutage(sheet, `disk ${what} full`, told)
        expect(told.notSavedMs).toBeLessThan(15_000)
      } finally {
        await on.close()
      }
    })
  },
)
