import { afterAll, beforeAll, expect, it } from 'vitest'
import { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
import { allBreaks } from './all-breaks.ts'
import { type BrokenCopy, brokenCopy } from './broken-copy.ts'

const sheet = new TrialSheet('Sabotage')
let copy: BrokenCopy

beforeAll(async () => {
  copy = await brokenCopy()
})
afterAll(() => copy.remove())

it('the guards pass on what is not broken', async () => {
  const files = [...new Set(allBreaks.flatMap(({ guards }) => guards).map(({ file }) => file))]
  const { passed, failed, output } = await copy.whole(files.map((file) => ({ file })))
  expect(failed, output).toEqual([])
  sheet.note('guards', `${passed.length} tests in ${files.length} files pass on an unbroken copy`)
})

it.each(allBreaks)('sabotage is noticed: $name', async (one) => {
  const { passed, failed, output } = await copy.withBreak(one)
  // That nothing ran at all notices nothing.
  expect(passed.length + failed.length, output).toBeGreaterThan(0)
  const ran = `${failed.length} of ${passed.length + failed.length}`
  sheet.note(one.name, `${failed.length > 0 ? 'caught' : 'NOT CAUGHT'} by ${ran}: ${one.wrong}`)
  expect(failed, `passed all the same: ${passed.join('; ')}`).not.toEqual([])
})
