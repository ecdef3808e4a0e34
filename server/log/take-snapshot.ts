import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import * as Y from 'yjs'
import { assignmentsOf, proseOf, proseParts, tasksOf } from '#domain/plan-doc.ts'
import { foldInto, openPlanDoc } from './fold-rows.ts'
import { readPlanIn } from './load-plan.ts'

/** Advisory locks are numbers in two parts; this part says "the snapshot of a plan". */
const snapshotLock = 7_223_419

/**
 * Folds the committed rows of a plan into a new snapshot and drops all but the last two. The snapshot is
 * read back and compared before it counts. False when another process is at it or nothing is new.
 */
export async function takeSnapshot(pool: pg.Pool, planId: string): Promise<boolean> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read')
    const lock = await client.query<{ got: boolean }>(
      'select pg_try_advisory_xact_lock($1, hashtext($2)) as got',
      [snapshotLock, planId],
    )
    const taken = lock.rows[0]?.got === true && (await writeSnapshot(client, planId))
    await client.query('commit')
    client.release()
    return taken
  } catch (error) {
    client.release(true)
    throw error
  }
}

async function writeSnapshot(client: pg.PoolClient, planId: string): Promise<boolean> {
  const plan = await readPlanIn(client, planId)
  if (plan.sinceSnapshot.rows === 0) return false
  const state = Y.encodeStateAsUpdate(plan.doc)
  verify(plan.doc, state)
  await client.query(
    `insert into plan_snapshot (plan_id, epoch, seq, state, sha256) values ($1, $2, $3, $4, $5)
         on conflict (plan_id, epoch, seq) do nothing`,
    [
      planId,
      plan.epoch,
      String(plan.seq),
      Buffer.from(state),
      createHash('sha256').update(state).digest(),
    ],
  )
  await client.query(
    `delete from plan_snapshot where plan_id = $1 and seq not in
       (select seq from plan_snapshot where plan_id = $1 order by seq desc limit 2)`,
    [planId],
  )
  return true
}

/** A snapshot that does not read back as the very same document must never be written. */
function verify(doc: Y.Doc, state: Uint8Array): void {
  const copy = openPlanDoc()
  foldInto(copy, [state])
  const same =
    Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc)) &&
    isDeepStrictEqual(contentOf(copy), contentOf(doc))
  copy.destroy()
  if (!same) throw new Error('log: a snapshot differs from the rows that it was made of')
}

/** Everything that can be read in a plan. Equal maps may hold their keys in another order. */
function contentOf(doc: Y.Doc): unknown {
  return [
    assignmentsOf(doc).toJSON(),
    tasksOf(doc).toJSON(),
    ...proseParts.map((part) => proseOf(doc, part).toJSON()),
  ]
}
