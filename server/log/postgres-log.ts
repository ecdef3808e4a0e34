import type pg from 'pg'
import { type AppendAnswer, appendUpdates } from '../db/append.ts'
import type { FoldApart } from './folding-thread.ts'
import { keepLateEdit } from './keep-late-edit.ts'
import { loadWholePlan } from './load-plan.ts'
import { findPlanHead, type HeadRow, selectHead, toHead } from './plan-head-row.ts'
import type { AppendOutcome, PlanBatch, PlanLog } from './plan-log.ts'
import { takeSnapshot } from './take-snapshot.ts'

/**
 * The log in PostgreSQL. Everything that it promises about order and rights holds between processes too. Large
 * plans are folded `apart`, if given.
 */
export function postgresLog(pool: pg.Pool, apart: FoldApart | null = null): PlanLog {
  return {
    append: (batchId, batches, again) => append(pool, batchId, batches, again),
    keepLateEdit: (write) => keepLateEdit(pool, write),
    load: (planId) => loadWholePlan(pool, planId, apart),
    snapshot: (planId) => takeSnapshot(pool, planId, apart),
    async rowsAfter(planId, seq) {
      const found = await pool.query<{ seq: string; epoch: number; data: Buffer }>({
        name: 'log-rows-after',
        text: 'select seq, epoch, data from plan_update where plan_id = $1 and seq > $2 order by seq',
        values: [planId, String(seq)],
      })
      return found.rows.map(({ seq, epoch, data }) => ({ seq: BigInt(seq), epoch, data }))
    },
    async ownersOf(planId, clientIds) {
      const found = await pool.query<{ client_id: string; person_id: string | null }>({
        name: 'log-owners-of',
        text: 'select client_id, person_id from plan_client where plan_id = $1 and client_id = any ($2::bigint[])',
        values: [planId, clientIds.map(String)],
      })
      return new Map(found.rows.map((row) => [Number(row.client_id), row.person_id]))
    },
    async heads(planIds) {
      const found = await pool.query<HeadRow>({
        name: 'log-heads',
        text: `${selectHead} where id = any ($1::uuid[])`,
        values: [planIds],
      })
      return found.rows.map(toHead)
    },
    findHead: (branchId, month) => findPlanHead(pool, branchId, month),
  }
}

async function append(
  pool: pg.Pool,
  batchId: string,
  batches: readonly PlanBatch[],
  again: boolean,
): Promise<ReadonlyMap<string, AppendOutcome>> {
  const answers = await appendUpdates(pool, {
    batchId,
    again,
    plans: batches,
    authors: batches.flatMap((batch) =>
      batch.authors.map((author) => ({ planId: batch.planId, ...author })),
    ),
    rows: batches.flatMap((batch) => batch.rows.map((row) => ({ planId: batch.planId, ...row }))),
    claims: batches.flatMap((batch) =>
      batch.claims.map((claim) => ({ planId: batch.planId, ...claim })),
    ),
  })
  const outcomes = new Map<string, AppendOutcome>(
    batches.map((batch) => [batch.planId, { kind: 'busy' }]),
  )
  for (const answer of answers) outcomes.set(answer.planId, toOutcome(answer))
  return outcomes
}

function toOutcome(answer: AppendAnswer): AppendOutcome {
  switch (answer.outcome) {
    case 'appended':
      return { kind: 'appended', base: BigInt(answer.base ?? 0) }
    case 'rights':
      return { kind: 'rights', rev: BigInt(answer.rev) }
    case 'sessions':
      return { kind: 'sessions', sessionIds: answer.sessions ?? [] }
    case 'owner':
      return { kind: 'owner', clientIds: (answer.clients ?? []).map(Number) }
    case 'epoch':
    case 'finalised':
      return { kind: answer.outcome }
    default:
      throw new Error(`log: unknown outcome ${answer.outcome}`)
  }
}
