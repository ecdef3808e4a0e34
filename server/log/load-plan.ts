import type pg from 'pg'
import type * as Y from 'yjs'
import { inTransaction } from '../db/transaction.ts'
import { assembleApart, assemblePlan, type StoredPlan, updatesOf } from './assemble-plan.ts'
import type { FoldApart } from './folding-thread.ts'
import { type HeadRow, selectHead, toHead } from './plan-head-row.ts'
import type { LoadedPlan, LogRow, PlanHead } from './plan-log.ts'
import { firstSound, type StoredSnapshot } from './plan-snapshot.ts'

interface SnapshotRow {
  seq: string
  state: Buffer
  sha256: Buffer
}

const readHead = { name: 'log-load-head', text: `${selectHead} where id = $1` }
const readSnapshots = {
  name: 'log-load-snapshots',
  text: 'select seq, state, sha256 from plan_snapshot where plan_id = $1 and seq <= $2 order by seq desc limit 2',
}
const readRows = {
  name: 'log-load-rows',
  text: 'select seq, data from plan_update where plan_id = $1 and seq > $2 and seq <= $3 order by seq',
}
const readOwners = {
  name: 'log-load-owners',
  text: 'select client_id, person_id from plan_client where plan_id = $1',
}

/**
 * A plan's document from its newest sound snapshot and the rows after it. Throws when there is no such plan
 * or it cannot be made whole: an empty document is never a substitute for rows.
 */
export async function loadPlan(
  pool: pg.Pool,
  planId: string,
): Promise<{ doc: Y.Doc; epoch: number; seq: bigint }> {
  return loadWholePlan(pool, planId)
}

/** The same with everything that a room wants to know, all as of one moment. Much is folded `apart`, if given. */
export async function loadWholePlan(
  pool: pg.Pool,
  planId: string,
  apart: FoldApart | null = null,
): Promise<LoadedPlan> {
  const mode = 'isolation level repeatable read read only'
  const stored = await inTransaction(pool, mode, (client) => readStored(client, planId))
  return apart === null ? assemblePlan(stored) : assembleApart(stored, apart)
}

/** The same inside the caller's transaction, which must see one moment. */
export async function readPlanIn(client: pg.ClientBase, planId: string): Promise<LoadedPlan> {
  return assemblePlan(await readStored(client, planId))
}

/** What is stored of it: a snapshot that can be believed and the rows after it, up to the head. */
export async function readStored(client: pg.ClientBase, planId: string): Promise<StoredPlan> {
  const head = await headOf(client, planId)
  const snapshot = await snapshotBefore(client, planId, head.seq)
  const rows = await rowsBetween(client, planId, snapshot?.seq ?? 0n, head.seq)
  const owners = await client.query<{ client_id: string; person_id: string | null }>({
    ...readOwners,
    values: [planId],
  })
  return {
    head,
    snapshot,
    rows,
    owners: new Map(owners.rows.map((row) => [Number(row.client_id), row.person_id])),
  }
}

/** The updates that make a plan up as it was at `seq`; must see one moment. */
export async function readUpTo(
  client: pg.ClientBase,
  planId: string,
  seq: bigint,
): Promise<{ head: PlanHead; updates: Uint8Array[] }> {
  const head = { ...(await headOf(client, planId)), seq }
  const snapshot = await snapshotBefore(client, planId, seq)
  const rows = await rowsBetween(client, planId, snapshot?.seq ?? 0n, seq)
  return { head, updates: updatesOf({ head, snapshot, rows, owners: new Map() }) }
}

/** The head and the updates after `seq`, for somebody who has the plan up to there; must see one moment. */
export async function readSince(
  client: pg.ClientBase,
  planId: string,
  seq: bigint,
): Promise<{ head: PlanHead; updates: Uint8Array[] }> {
  const head = await headOf(client, planId)
  const rows = await rowsBetween(client, planId, seq, head.seq)
  if (rows.some((row, index) => row.seq !== seq + BigInt(index + 1))) {
    throw new Error(`log: rows of plan ${planId} are missing`)
  }
  if (seq + BigInt(rows.length) !== head.seq) throw new Error(`log: plan ${planId} ends early`)
  return { head, updates: rows.map((row) => row.data) }
}

/** The newest that can be believed and holds no row after `seq`. */
async function snapshotBefore(
  client: pg.ClientBase,
  planId: string,
  seq: bigint,
): Promise<StoredSnapshot | null> {
  const values = [planId, String(seq)]
  const found = await client.query<SnapshotRow>({ ...readSnapshots, values })
  return firstSound(found.rows.map((row) => ({ ...row, seq: BigInt(row.seq) })))
}

async function headOf(client: pg.ClientBase, planId: string): Promise<PlanHead> {
  const { rows } = await client.query<HeadRow>({ ...readHead, values: [planId] })
  if (!rows[0]) throw new Error(`log: no plan ${planId}`)
  return toHead(rows[0])
}

async function rowsBetween(
  client: pg.ClientBase,
  planId: string,
  after: bigint,
  upTo: bigint,
): Promise<Pick<LogRow, 'seq' | 'data'>[]> {
  const found = await client.query<{ seq: string; data: Buffer }>({
    ...readRows,
    values: [planId, String(after), String(upTo)],
  })
  return found.rows.map((row) => ({ seq: BigInt(row.seq), data: row.data }))
}
