// As many seeds of 300 steps as fit into the time, from another first seed each time.
import { expect, it } from 'vitest'
import { TrialSheet } from '../testing/trial-sheet.ts'
import { seedOfEnvironment } from './seed-of-environment.ts'
import { simulate } from './simulate.ts'
import { Tally } from './tally.ts'

const steps = 300
const mostSeeds = 20_000
const withinMs = 5 * 60_000

it('[S1] [S6] [S9] [W3] [W4] nothing is lost in a long simulation', {
  timeout: withinMs + 600_000,
}, async () => {
  const sheet = new TrialSheet('simulation')
  const tally = new Tally()
  const begun = Date.now()
  const first = seedOfEnvironment() ?? begun % 1_000_000_000
  let seeds = 0
  while (seeds < mostSeeds && Date.now() - begun < withinMs) {
    const { steps: done, violation } = await simulate(first + seeds, steps, tally)
    expect(violation, `SEED=${first + seeds}\n${done.join('\n')}`).toBeNull()
    seeds += 1
  }
  sheet.note('first seed', first)
  sheet.note(`seeds of ${steps} steps, none with a broken promise`, seeds)
  for (const what of ['rows written', 'updates called saved', 'append asked again']) {
    sheet.note(what, tally.of(what))
  }
})
