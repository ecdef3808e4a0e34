import { expect, it } from 'vitest'
import { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
import { runRaces } from './run-races.ts'

const races = 500
const sheet = new TrialSheet('Finalising: everybody at once')

it(`[F6] [F9] ${races} races of those who press, who write and whose right is taken away`, {
  timeout: 3_600_000,
}, async () => {
  const sums = await runRaces(races)
  const { told, inRecord, late, lostWithRight, seed } = sums
  sheet.note(`${races} races: records`, `one each, seed ${seed}`)
  sheet.note('those who pressed were told', JSON.stringify(told))
  sheet.note('writes in the record / kept as late', `${inRecord} / ${late}`)
  sheet.note('left with who lost the right to write', `${lostWithRight}`)
  expect(sums.races).toBe(races)
  expect(late).toBeGreaterThan(races)
  expect(inRecord).toBeGreaterThan(races)
})
