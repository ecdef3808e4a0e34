import { expect, it } from 'vitest'
import { runRaces } from './run-races.ts'

const races = 25

it(`[F6] [F9] ${races} races of those who press, who write and whose right is taken away`, {
  timeout: 120_000,
}, async () => {
  const sums = await runRaces(races)
  process.stdout.write(`races: ${JSON.stringify(sums)}\n`)
  expect(sums.races).toBe(races)
  // A race in which nothing is ever late, or nothing ever in time, would show nothing.
  expect(sums.late).toBeGreaterThan(0)
  expect(sums.inRecord).toBeGreaterThan(0)
})
