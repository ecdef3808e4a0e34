// The first person opens a plan, after a restart, into whose text a real keystroke trace was typed.
import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { LoadClient } from '../load/load-client.ts'
import { startSystem } from '../systems/start-system.ts'
import { basePlan, encodeBasePlan } from '../world/base-plan.ts'
import type { BenchCluster } from '../world/cluster.ts'
import { seed } from '../world/seed.ts'
import { newText, openForTyping, readTrace, typeTrace } from '../world/trace.ts'
import * as Y from 'yjs'
import { syncLimits } from '../../server/sync/sync-limits.ts'

export interface ColdOpenResult {
  rows: number
  /** Rows after the newest snapshot, as many as there can be before the next one is taken. */
  rowsToFold: number
  stateKb: number
  /** Milliseconds from a client's connect to its having the plan, in a process that has just begun. */
  withSnapshot: number[]
  /** The same when every snapshot was deleted. */
  wholeLog: number[]
}

const writer = 1_001

export async function coldOpen(cluster: BenchCluster, runs: number): Promise<ColdOpenResult> {
  const database = await cluster.create()
  const base = encodeBasePlan()
  const [plan] = await seed(database.url, { plans: 1, clientsPerPlan: 1, base })
  if (!plan) throw new Error('bench: no plan')
  const updates: Uint8Array[] = []
  const doc = openForTyping(base, writer)
  doc.on('update', (update: Uint8Array) => updates.push(update))
  typeTrace(doc, newText(doc, 'focus'), readTrace())
  const state = Y.encodeStateAsUpdate(doc)
  const rowsToFold = syncLimits.snapshotRows
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await insertRows(client, plan.planId, updates)
  await insertSnapshot(client, plan.planId, base, updates.slice(0, updates.length - rowsToFold))
  const open = () => timeOpening(database.url, plan.room, plan.cookies[0] ?? '')
  const withSnapshot = await times(runs, open)
  await client.query('delete from plan_snapshot')
  const wholeLog = await times(runs, open)
  await client.end()
  await database.drop()
  const rows = updates.length + 1
  return { rows, rowsToFold, stateKb: state.byteLength / 1e3, withSnapshot, wholeLog }
}

async function timeOpening(databaseUrl: string, room: string, cookie: string): Promise<number> {
  const running = await startSystem('ours', { databaseUrl })
  const seat = { system: 'ours', port: running.port, room, cookie, clientId: 5, isProbe: false } as const
  const began = performance.now()
  const client = new LoadClient({ ...seat, base: null, from: '127.0.0.2' })
  await client.synced
  const took = client.syncedAt - began
  client.close()
  await running.stop()
  return took
}

async function insertRows(client: pg.Client, planId: string, updates: Uint8Array[]): Promise<void> {
  const atOnce = 5_000
  for (let at = 0; at < updates.length; at += atOnce) {
    const part = updates.slice(at, at + atOnce).map((update) => Buffer.from(update))
    await client.query(
      `insert into plan_update (plan_id, epoch, seq, author, batch_id, data)
       select $1, 1, $2 + n, null, $3, d from unnest($4::bytea[]) with ordinality as r (d, n)`,
      [planId, at + 1, randomUUID(), part],
    )
  }
  await client.query('update plan set head_seq = $2 where id = $1', [planId, updates.length + 1])
  await client.query(
    'insert into plan_client (plan_id, client_id, person_id) values ($1, $2, null)',
    [planId, writer],
  )
  await client.query('vacuum analyze plan_update')
}

async function insertSnapshot(
  client: pg.Client,
  planId: string,
  base: Uint8Array,
  updates: readonly Uint8Array[],
): Promise<void> {
  const doc = openForTyping(base, basePlan.clientId)
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const state = Buffer.from(Y.encodeStateAsUpdate(doc))
  await client.query(
    'insert into plan_snapshot (plan_id, epoch, seq, state, sha256) values ($1, 1, $2, $3, $4)',
    [planId, updates.length + 1, state, createHash('sha256').update(state).digest()],
  )
}

async function times<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let n = 0; n < count; n += 1) all.push(await work())
  return all
}
