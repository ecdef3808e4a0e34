import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type BadLine, openBadLine, profiles, stallFor, workOver } from './bad-line.ts'
import { deafReaders } from './deaf-reader.ts'

const seed = Number(process.env['SEED'] ?? 20_265)
let on: BadLine

beforeAll(async () => {
  on = await openBadLine(seed)
})
beforeEach(() => on.link.set({}))
afterAll(() => on?.close())

it.each(profiles)(
  '[W23] loses nothing over a line $name',
  { timeout: 120_000 },
  async (profile) => {
    const { writes } = await workOver(on, profile, 1_500)
    expect(writes).toBeGreaterThan(50)
  },
)

it('[W23] loses nothing when the line stalls', { timeout: 120_000 }, async () => {
  const { writes } = await stallFor(on, 'both', 2_000)
  expect(writes).toBeGreaterThan(50)
})

it('[W12] bears readers who never read', { timeout: 120_000 }, async () => {
  const { rssGrowth } = await deafReaders(on, 20, 4_000)
  expect(rssGrowth).toBeLessThan(500 * 2 ** 20)
})
