import { expect, it } from 'vitest'
import { systemClock } from './clock.ts'
import { type Appender, GroupCommit } from './group-commit.ts'
import type { AppendOutcome, PlanBatch } from './plan-log.ts'

function batchOf(planId: string): PlanBatch {
  return { planId, epoch: 1, rightsRev: 0n, authors: [], rows: [], claims: [] }
}

/** Someone with one batch, who does something when it is settled. */
function oneBatch(planId: string, onSettled: () => void = () => undefined): Appender {
  let batch: PlanBatch | null = batchOf(planId)
  return {
    take: () => batch,
    settle: () => {
      batch = null
      onSettled()
    },
    fail: (error) => {
      throw error
    },
  }
}

async function microtasks(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await Promise.resolve()
}

it.each(Array.from({ length: 12 }, (_, count) => count))(
  '[S11] whoever enlists as a commit ends, %i steps later, is not forgotten',
  async (count) => {
    const outcome: AppendOutcome = { kind: 'appended', base: 0n }
    const commit = new GroupCommit({
      log: {
        append: async (_id: string, batches: readonly PlanBatch[]) =>
          new Map(batches.map(({ planId }) => [planId, outcome])),
      },
      clock: systemClock,
      newId: () => 'batch',
      gatherMs: 0,
      onAppended: () => undefined,
      onTrouble: () => undefined,
    })
    const settled: string[] = []
    const late = oneBatch('late', () => settled.push('late'))
    const early = oneBatch('early', () => {
      settled.push('early')
      void microtasks(count).then(() => commit.enlist(late))
    })
    commit.enlist(early)
    await expect.poll(() => settled, { timeout: 2_000, interval: 5 }).toEqual(['early', 'late'])
  },
)

it('[S6] asks for a batch whose answer was lost by its id until the row is free, and others go on', async () => {
  const calls: string[] = []
  const answers: (AppendOutcome | 'lost')[] = ['lost', { kind: 'busy' }, { kind: 'busy' }]
  const settled: string[] = []
  let ids = 0
  const commit = new GroupCommit({
    log: {
      append: async (batchId, batches, again) => {
        const planIds = batches.map(({ planId }) => planId)
        calls.push(`${batchId} ${again} ${planIds.join()}`)
        const answer = planIds.includes('held') ? answers.shift() : undefined
        if (answer === 'lost') throw new Error('Connection terminated unexpectedly')
        const appended: AppendOutcome = { kind: 'appended', base: 0n }
        return new Map(planIds.map((planId) => [planId, answer ?? appended]))
      },
    },
    clock: systemClock,
    newId: () => {
      ids += 1
      return `batch-${ids}`
    },
    gatherMs: 0,
    onAppended: () => undefined,
    onTrouble: () => undefined,
  })
  const held = oneBatch('held', () => settled.push('held'))
  commit.enlist(held)
  await expect.poll(() => calls.length).toBe(2)
  commit.enlist(oneBatch('free', () => settled.push('free')))
  // It has more to say meanwhile, which must wait for what is open.
  commit.enlist(held)
  await expect.poll(() => settled).toEqual(['free', 'held'])
  expect(calls.filter((call) => call.endsWith('held'))).toEqual([
    'batch-1 false held',
    'batch-1 true held',
    'batch-1 true held',
    'batch-1 true held',
  ])
})
