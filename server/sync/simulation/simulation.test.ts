// 1,000 seeds of 100 steps. One again, with everything that was done: SEED=17 npx vitest run simulation
import { expect, it, onTestFinished } from 'vitest'
import { forbidRealTime } from './no-real-time.ts'
import { reached } from './reached.ts'
import { seedOfEnvironment } from './seed-of-environment.ts'
import { simulate } from './simulate.ts'
import { stepKinds } from './steps.ts'
import { Tally } from './tally.ts'

const seeds = 1_000
const steps = 100
const first = 1

it.runIf(seedOfEnvironment() !== null)('replays one seed', { timeout: 600_000 }, async () => {
  const seed = seedOfEnvironment() ?? first
  const { steps: done, violation } = await simulate(seed, steps, new Tally())
  process.stdout.write(`seed ${seed}\n${done.join('\n')}\n${violation ?? 'nothing wrong'}\n`)
  expect(violation, `seed ${seed}`).toBeNull()
})

it.runIf(seedOfEnvironment() === null)(
  '[S1] [S6] [S9] [W3] [W4] two nodes, one store and six browsers keep every promise, whatever fails',
  { timeout: 900_000 },
  async () => {
    onTestFinished(forbidRealTime())
    const tally = new Tally()
    for (let seed = first; seed < first + seeds; seed += 1) {
      const { steps: done, violation } = await simulate(seed, steps, tally)
      expect(violation, `SEED=${seed}\n${done.join('\n')}`).toBeNull()
    }
    process.stdout.write(`simulation: ${seeds} seeds of ${steps} steps\n${tally}\n`)
    const wanted = [...reached, ...stepKinds.map((kind) => `step: ${kind}`)]
    expect(wanted.filter((what) => tally.of(what) === 0)).toEqual([])
  },
)

it('is the same again for the same seed', { timeout: 60_000 }, async () => {
  for (const seed of [3, 5, 8, 13, 21]) {
    const [one, other] = [
      await simulate(seed, 60, new Tally()),
      await simulate(seed, 60, new Tally()),
    ]
    expect(other).toEqual(one)
  }
})
