import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { openTestDatabase, type TestDatabase } from '../db/test-database.ts'
import { openPlanDoc } from './fold-rows.ts'
import { type FoldApart, FoldingThread } from './folding-thread.ts'
import { postgresLog } from './postgres-log.ts'

let test: TestDatabase
let branchId: string
const thread = new FoldingThread()
/** What was folded apart: how many updates, for what. */
const orders: [string, number][] = []
const apart: FoldApart = {
  state: (updates) => {
    orders.push(['state', updates.length])
    return thread.state(updates)
  },
  snapshot: (updates) => {
    orders.push(['snapshot', updates.length])
    return thread.snapshot(updates)
  },
}

beforeAll(async () => {
  test = await openTestDatabase()
  const branch = await test.database.prisma.orgUnit.create({
    data: { kind: 'branch', name: 'Thử' },
  })
  branchId = branch.id
})
afterAll(async () => {
  await thread.close()
  await test.close()
})

let months = 0
/** A plan of so many rows, each of so many letters. */
async function newPlan(rows: number, letters = 1): Promise<{ planId: string; text: string }> {
  months += 1
  const month = `2026-${String(months).padStart(2, '0')}`
  const { id } = await test.database.prisma.plan.create({ data: { branchId, month } })
  const doc = openPlanDoc()
  const text = new Y.XmlText()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  proseOf(doc, 'focus').insert(0, [text])
  while (updates.length < rows) text.insert(text.length, 'a'.repeat(letters))
  await append(id, 0, updates)
  return { planId: id, text: text.toString() }
}

async function append(
  planId: string,
  after: number,
  updates: readonly Uint8Array[],
): Promise<void> {
  await test.database.pool.query(
    `insert into plan_update (plan_id, epoch, seq, batch_id, data)
     select $1, 1, $2 + r.ord, gen_random_uuid(), r.data
       from unnest($3::bytea[]) with ordinality as r (data, ord)`,
    [planId, after, updates.map((update) => Buffer.from(update))],
  )
  await test.database.pool.query('update plan set head_seq = $2 where id = $1', [
    planId,
    after + updates.length,
  ])
}

const textOf = (doc: Y.Doc) => proseOf(doc, 'focus').get(0).toString()

describe('a large plan', () => {
  it.each([
    ['many rows', 5_100, 1],
    ['large rows', 8, 200_000],
  ])(
    '[S13] is folded apart, loaded and as a snapshot, and is the same: %s',
    async (_, rows, letters) => {
      const { planId, text } = await newPlan(rows, letters)
      const log = postgresLog(test.database.pool, apart)
      orders.length = 0
      const first = await log.load(planId)
      expect(orders).toEqual([['state', rows]])
      expect(textOf(first.doc)).toBe(text)
      expect(first.sinceSnapshot.rows).toBe(rows)
      const here = await postgresLog(test.database.pool).load(planId)
      expect(Y.encodeStateVector(first.doc)).toEqual(Y.encodeStateVector(here.doc))

      expect(await log.snapshot(planId)).toBe(true)
      expect(orders).toEqual([
        ['state', rows],
        ['snapshot', rows],
      ])
      // What a snapshot covers need not be folded again.
      const second = await log.load(planId)
      expect(orders).toHaveLength(2)
      expect(textOf(second.doc)).toBe(text)
    },
  )

  it('is folded here as long as it is small', async () => {
    const { planId, text } = await newPlan(300)
    const log = postgresLog(test.database.pool, apart)
    orders.length = 0
    expect(textOf((await log.load(planId)).doc)).toBe(text)
    expect(await log.snapshot(planId)).toBe(true)
    expect(orders).toEqual([])
  })

  it('[S5] is not loaded when a row is missing or none, and its thread goes on', async () => {
    const { planId } = await newPlan(5_100)
    const log = postgresLog(test.database.pool, apart)
    const change = (text: string) => test.database.pool.query(text, [planId])
    await change(`update plan_update set data = '\\x010203' where plan_id = $1 and seq = 2000`)
    await expect(log.load(planId)).rejects.toThrow()
    await expect(log.snapshot(planId)).rejects.toThrow()
    await change('delete from plan_update where plan_id = $1 and seq = 2000')
    await expect(log.load(planId)).rejects.toThrow('log: ')
    const { planId: other, text } = await newPlan(5_100)
    expect(textOf((await log.load(other)).doc)).toBe(text)
  })
})

describe('a snapshot', () => {
  it('[S4] is taken once by two nodes that are at it together', async () => {
    const other = new pg.Pool({ connectionString: test.url })
    for (let n = 0; n < 5; n += 1) {
      const { planId } = await newPlan(200)
      const logs = [postgresLog(test.database.pool), postgresLog(other)]
      const taken = await Promise.all(logs.map((log) => log.snapshot(planId)))
      expect(taken.filter(Boolean)).toHaveLength(1)
      expect(await test.database.prisma.planSnapshot.count({ where: { planId } })).toBe(1)
    }
    await other.end()
  })

  it('[S4] holds committed rows only', async () => {
    const { planId } = await newPlan(10)
    const writer = new pg.Client({ connectionString: test.url })
    await writer.connect()
    await writer.query('begin')
    await writer.query(
      `insert into plan_update (plan_id, epoch, seq, batch_id, data) values ($1, 1, 11, $2, '\\x0000')`,
      [planId, randomUUID()],
    )
    await writer.query('update plan set head_seq = 11 where id = $1', [planId])
    const log = postgresLog(test.database.pool)
    expect(await log.snapshot(planId)).toBe(true)
    await writer.query('commit')
    await writer.end()
    const seqs = async () =>
      (await test.database.prisma.planSnapshot.findMany({ where: { planId } })).map(
        ({ seq }) => seq,
      )
    expect(await seqs()).toEqual([10n])
    expect(await log.snapshot(planId)).toBe(true)
    expect((await seqs()).toSorted()).toEqual([10n, 11n])
    // The rows that they were made of stay.
    expect(await test.database.prisma.planUpdate.count({ where: { planId } })).toBe(11)
  })
})
