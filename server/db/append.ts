// The hot statements of the log, by name on the pool: prepared once per connection. docs/decisions/012.
import type pg from 'pg'
import { bytesArray, plainArray } from './array-literal.ts'
import { callPrepared, type TextRow } from './prepared-call.ts'

/** One call of the SQL function `append_updates`, in its own words. */
export interface AppendCall {
  batchId: string
  again: boolean
  plans: readonly { planId: string; epoch: number; rightsRev: bigint }[]
  authors: readonly { planId: string; personId: string; sessionId: string }[]
  rows: readonly { planId: string; author: string | null; data: Uint8Array }[]
  claims: readonly { planId: string; clientId: number; personId: string | null }[]
}

export interface AppendAnswer {
  planId: string
  outcome: string
  base: string | null
  rev: string
  sessions: string[] | null
  clients: string[] | null
}

const statement = {
  name: 'log-append',
  text: `
  select of_plan, outcome, base, rev, sessions, clients
    from append_updates($1::uuid, $2::boolean, $3::uuid[], $4::int[], $5::bigint[],
                        $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::bytea[],
                        $12::uuid[], $13::bigint[], $14::uuid[])`,
}

/** Appends a batch in a transaction of its own. One answer per plan whose row was free to lock. */
export async function appendUpdates(
  pool: Pick<pg.Pool, 'connect'>,
  call: AppendCall,
): Promise<AppendAnswer[]> {
  const { plans, authors, rows, claims } = call
  const values = [
    call.batchId,
    String(call.again),
    plainArray(plans.map((plan) => plan.planId)),
    plainArray(plans.map((plan) => plan.epoch)),
    plainArray(plans.map((plan) => plan.rightsRev)),
    plainArray(authors.map((author) => author.planId)),
    plainArray(authors.map((author) => author.personId)),
    plainArray(authors.map((author) => author.sessionId)),
    plainArray(rows.map((row) => row.planId)),
    plainArray(rows.map((row) => row.author)),
    bytesArray(rows.map((row) => row.data)),
    plainArray(claims.map((claim) => claim.planId)),
    plainArray(claims.map((claim) => claim.clientId)),
    plainArray(claims.map((claim) => claim.personId)),
  ]
  return (await callPrepared(pool, statement, values)).map(toAnswer)
}

function toAnswer([planId, outcome, base, rev, sessions, clients]: TextRow): AppendAnswer {
  return {
    planId: planId ?? '',
    outcome: outcome ?? '',
    base: base ?? null,
    rev: rev ?? '0',
    sessions: listOf(sessions),
    clients: listOf(clients),
  }
}

/** An array of ids or numbers. */
function listOf(text: string | null | undefined): string[] | null {
  return text ? text.slice(1, -1).split(',') : null
}
