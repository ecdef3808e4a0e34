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
