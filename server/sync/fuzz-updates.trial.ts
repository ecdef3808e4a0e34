import { it } from 'vitest'
import { fuzzUpdates } from './testing/fuzz-updates.ts'

it('[G1] [G2] 200,000 mutated updates', async () => {
  await fuzzUpdates(200_000)
}, 1_200_000)
