import type pg from 'pg'
import { inTransaction } from '../db/transaction.ts'
import { readPlanIn } from './load-plan.ts'
import { snapshotOf } from './plan-snapshot.ts'

/** Advisory locks are numbers in two parts; this part says "the snapshot of a plan". */
const snapshotLock = 7_223_419

/**
 * Folds the committed rows of a plan into a new snapshot and drops all but the last two. The snapshot is
 * read back and compared before it counts. False when another process is at it or nothing is new.
 */
export function takeSnapshot(pool: pg.Pool, planId: string): Promise<boolean> {
  return inTransaction(pool, 'isolation level repeatable read', async (client) => {
    const lock = await client.query<{ got: boolean }>(
      'select pg_try_advisory_xact_lock($1, hashtext($2)) as got',
      [snapshotLock, planId],
    )
    return lock.rows[0]?.got === true && (await writeSnapshot(client, planId))
  })
}

async function writeSnapshot(client: pg.PoolClient, planId: string): Promise<boolean> {
  const plan = await readPlanIn(client, planId)
  if (plan.sinceSnapshot.rows === 0) return false
  const { state, sha256 } = snapshotOf(plan.doc)
  await client.query(
    `insert into plan_snapshot (plan_id, epoch, seq, state, sha256) values ($1, $2, $3, $4, $5)
         on conflict (plan_id, epoch, seq) do nothing`,
    [planId, plan.epoch, String(plan.seq), Buffer.from(state), sha256],
  )
  await client.query(
    `delete from plan_snapshot where plan_id = $1 and seq not in
       (select seq from plan_snapshot where plan_id = $1 order by seq desc limit 2)`,
    [planId],
  )
  return true
}
