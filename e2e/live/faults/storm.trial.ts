import { expect, it } from 'vitest'
import { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
import { storm } from './storm.ts'
import { noteStorm } from './storm-sheet.ts'

const sheet = new TrialSheet('Everyone comes back at once')

it('[W24] lets 2,000 clients back in after a restart, and answers others meanwhile', async () => {
  const told = await storm(2_000, 12)
  noteStorm(sheet, told)
  expect(told.slowestHttpMs).toBeLessThan(5_000)
  expect(told.rssMost).toBeLessThan(800 * 2 ** 20)
})
