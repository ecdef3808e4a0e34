import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import * as Y from 'yjs'
import { beginPlanDoc } from '#domain/begin-plan-doc.ts'
import type { PlanView } from '#domain/plan-view.ts'
import { readPlan } from '#domain/read-plan.ts'
import { inTransaction } from '../db/transaction.ts'
import { readBranchRoster } from './branch-roster.ts'
import { openPlanDoc } from './fold-rows.ts'
import { readPlanIn } from './load-plan.ts'

export interface NewPlan {
  branchId: string
  /** yyyy-mm. */
  month: string
  /** The person who opens it. */
  personId: string
}

/** Ids and Yjs client ids; a test may give others. */
export interface Randomness {
  newId(): string
  /** A number of 32 bits. */
  draw(): number
}

export const systemRandomness: Randomness = {
  newId: () => randomUUID(),
  draw: () => randomBytes(4).readUInt32BE(0),
}

/**
 * Opens the plan of a branch and month with its first content, in one transaction, and returns its id. Who
 * comes at the same time, or later, gets the same plan. The caller has made sure of the right to edit.
 */
export function beginPlan(
  pool: pg.Pool,
  plan: NewPlan,
  randomness: Randomness = systemRandomness,
): Promise<string> {
  return inTransaction(
    pool,
    '',
    async (client) =>
      (await insertPlan(client, plan, randomness)) ?? (await findPlan(client, plan)),
  )
}

/** Null when somebody else has opened it; waits for them to be done. */
async function insertPlan(
  client: pg.PoolClient,
  plan: NewPlan,
  randomness: Randomness,
): Promise<string | null> {
  const planId = randomness.newId()
  const inserted = await client.query(
    `insert into plan (id, branch_id, month, created_by, head_seq) values ($1, $2, $3, $4, 1)
         on conflict (branch_id, month) do nothing`,
    [planId, plan.branchId, plan.month, plan.personId],
  )
  if (inserted.rowCount === 0) return null
  const doc = openPlanDoc()
  doc.clientID = randomness.draw()
  const roster = await readBranchRoster(client, plan.branchId)
  const previous = await readPrevious(client, plan)
  beginPlanDoc(doc, { ...roster, previous, newId: () => randomness.newId() })
  await client.query(
    `insert into plan_update (plan_id, epoch, seq, author, batch_id, data)
     values ($1, 1, 1, null, $2, $3)`,
    [planId, randomness.newId(), Buffer.from(Y.encodeStateAsUpdate(doc))],
  )
  await client.query(
    'insert into plan_client (plan_id, client_id, person_id) values ($1, $2, null)',
    [planId, String(doc.clientID)],
  )
  return planId
}

async function findPlan(client: pg.PoolClient, { branchId, month }: NewPlan): Promise<string> {
  const found = await client.query<{ id: string }>(
    'select id from plan where branch_id = $1 and month = $2',
    [branchId, month],
  )
  const id = found.rows[0]?.id
  if (!id) throw new Error('log: a plan was opened and is not there')
  return id
}

/** The branch's latest plan of an earlier month, read from its log. */
async function readPrevious(
  client: pg.PoolClient,
  { branchId, month }: NewPlan,
): Promise<{ month: string; view: PlanView } | null> {
  // Held until our commit, so that no append moves its head between the reads of it.
  const found = await client.query<{ id: string }>(
    `select id from plan where branch_id = $1 and month < $2
      order by month desc limit 1 for no key update`,
    [branchId, month],
  )
  const id = found.rows[0]?.id
  if (!id) return null
  const previous = await readPlanIn(client, id)
  return { month: previous.month, view: readPlan(previous.doc) }
}
