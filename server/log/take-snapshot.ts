import type pg from 'pg'
import { inTransaction } from '../db/transaction.ts'
import { isLarge, updatesOf } from './assemble-plan.ts'
import { foldInto, openPlanDoc } from './fold-rows.ts'
import type { FoldApart } from './folding-thread.ts'
import { readStored } from './load-plan.ts'
import { type StoredSnapshot, snapshotOf } from './plan-snapshot.ts'

/** Advisory locks are numbers in two parts; this part says "the snapshot of a plan". */
const snapshotLock = 7_223_419

/**
 * Folds the committed rows of a plan into a new snapshot and drops all but the last two. The snapshot is
 * read back and compared before it counts. False when another process is at it or nothing is new. Much is folded
 * `apart`, if given.
 */
export function takeSnapshot(
  pool: pg.Pool,
  planId: string,
  apart: FoldApart | null = null,
): Promise<boolean> {
  return inTransaction(pool, 'isolation level repeatable read', async (client) => {
    const lock = await client.query<{ got: boolean }>(
      'select pg_try_advisory_xact_lock($1, hashtext($2)) as got',
      [snapshotLock, planId],
    )
    return lock.rows[0]?.got === true && (await writeSnapshot(client, planId, apart))
  })
}

async function writeSnapshot(
  client: pg.PoolClient,
  planId: string,
  apart: FoldApart | null,
): Promise<boolean> {
  const stored = await readStored(client, planId)
  const updates = updatesOf(stored)
  if (stored.rows.length === 0) return false
  const { state, sha256 } =
    apart !== null && isLarge(updates) ? await apart.snapshot(updates) : folded(updates)
  const { head } = stored
  await client.query(
    `insert into plan_snapshot (plan_id, epoch, seq, state, sha256) values ($1, $2, $3, $4, $5)
         on conflict (plan_id, epoch, seq) do nothing`,
    [planId, head.epoch, String(head.seq), Buffer.from(state), sha256],
  )
  await client.query(
    `delete from plan_snapshot where plan_id = $1 and seq not in
       (select seq from plan_snapshot where plan_id = $1 order by seq desc limit 2)`,
    [planId],
  )
  return true
}

function folded(updates: readonly Uint8Array[]): Pick<StoredSnapshot, 'state' | 'sha256'> {
  const doc = openPlanDoc()
  foldInto(doc, updates)
  const snapshot = snapshotOf(doc)
  doc.destroy()
  return snapshot
}
