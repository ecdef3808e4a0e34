import { it } from 'vitest'
import { fuzzUpdates } from './testing/fuzz-updates.ts'

it('[G1] [G2] 20,000 mutated updates: what is refused leaves no trace, what passes is whole', async () => {
  await fuzzUpdates(20_000)
}, 120_000)
