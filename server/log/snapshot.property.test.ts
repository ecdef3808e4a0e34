import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { readPlan } from '#domain/read-plan.ts'
import { openTestDatabase, type TestDatabase } from '../db/test-database.ts'
import { foldInto, openPlanDoc } from './fold-rows.ts'
import { loadPlan } from './load-plan.ts'
import { takeSnapshot } from './take-snapshot.ts'

let test: TestDatabase
let branchId: string

beforeAll(async () => {
  test = await openTestDatabase()
  const branch = await test.database.prisma.orgUnit.create({
    data: { kind: 'branch', name: 'Thử' },
  })
  branchId = branch.id
})
afterAll(() => test.close())

/** What one of three people does, or that a snapshot is taken now. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      who: fc.nat(2),
      what: fc.constantFrom('assign', 'free', 'type', 'erase', 'hear'),
      n: fc.nat(5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ who: fc.nat(2), what: fc.constant('snapshot'), n: fc.nat(0) }),
  },
)

let plans = 0
async function newPlan(): Promise<string> {
  plans += 1
  const month = `20${String(10 + Math.floor(plans / 12)).slice(-2)}-${String((plans % 12) + 1).padStart(2, '0')}`
  const plan = await test.database.prisma.plan.create({ data: { branchId, month } })
  return plan.id
}

async function append(planId: string, seq: number, data: Uint8Array): Promise<void> {
  await test.database.pool.query(
    `with row as (insert into plan_update (plan_id, epoch, seq, batch_id, data)
       values ($1, 1, $2, $3, $4)) update plan set head_seq = $2 where id = $1`,
    [planId, seq, randomUUID(), Buffer.from(data)],
  )
}

function act(doc: Y.Doc, what: string, n: number): void {
  const slots = doc.getMap('assignments')
  const prose = proseOf(doc, 'focus')
  const text = prose.length > 0 ? ((prose.get(0) as Y.XmlElement).get(0) as Y.XmlText) : null
  if (what === 'assign')
    slots.set(`m${n}.0`, { memberId: `m${n}`, target: { kind: 'group', id: `g${n}` } })
  else if (what === 'free') slots.delete(`m${n}.0`)
  else if (what === 'erase' && text && text.length > n) text.delete(0, n)
  else if (what === 'type' && text) text.insert(Math.min(n, text.length), 'ệ')
  else if (what === 'type') {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Đầu')])
    prose.insert(0, [paragraph])
  }
}

function updatesOf(doc: Y.Doc, what: string, n: number): Uint8Array[] {
  const made: Uint8Array[] = []
  const note = (update: Uint8Array) => made.push(update)
  doc.on('update', note)
  doc.transact(() => act(doc, what, n))
  doc.off('update', note)
  return made
}

interface Step {
  who: number
  what: string
  n: number
}

async function play(planId: string, steps: readonly Step[]) {
  const people = [1, 2, 3].map((clientID) => Object.assign(openPlanDoc(), { clientID }))
  const rows: Uint8Array[] = []
  let snapshots = 0
  for (const { who, what, n } of steps) {
    const doc = people[who] ?? openPlanDoc()
    if (what === 'hear') foldInto(doc, rows)
    if (what === 'snapshot') snapshots += Number(await takeSnapshot(test.database.pool, planId))
    for (const update of updatesOf(doc, what, n)) {
      rows.push(update)
      await append(planId, rows.length, update)
    }
  }
  return { rows, snapshots }
}

describe('a snapshot and the rows after it', () => {
  it('[S4] make the same document as all rows', { timeout: 120_000 }, async () => {
    let taken = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
        const planId = await newPlan()
        const { rows, snapshots } = await play(planId, steps)
        taken += snapshots
        const whole = openPlanDoc()
        foldInto(whole, rows)
        const loaded = await loadPlan(test.database.pool, planId)
        expect(loaded.seq).toBe(BigInt(rows.length))
        expect(readPlan(loaded.doc)).toEqual(readPlan(whole))
        expect(proseOf(loaded.doc, 'focus').toString()).toBe(proseOf(whole, 'focus').toString())
        expect(Y.equalSnapshots(Y.snapshot(loaded.doc), Y.snapshot(whole))).toBe(true)
      }),
      { numRuns: 300, seed: 20261122 },
    )
    expect(taken).toBeGreaterThan(100)
    const most = await test.database.pool.query<{ most: string }>(
      'select max(n) as most from (select count(*) n from plan_snapshot group by plan_id) counts',
    )
    expect(Number(most.rows[0]?.most)).toBe(2)
  })

  it('[S5] a snapshot that was damaged is passed over, rows that are missing are not', async () => {
    const planId = await newPlan()
    const doc = openPlanDoc()
    act(doc, 'type', 0)
    await append(planId, 1, Y.encodeStateAsUpdate(doc))
    expect(await takeSnapshot(test.database.pool, planId)).toBe(true)
    await test.database.pool.query(
      `update plan_snapshot set state = '\\x0000' where plan_id = $1`,
      [planId],
    )
    const loaded = await loadPlan(test.database.pool, planId)
    expect(proseOf(loaded.doc, 'focus').toString()).toContain('Đầu')
    await test.database.pool.query('delete from plan_update where plan_id = $1', [planId])
    await expect(loadPlan(test.database.pool, planId)).rejects.toThrow('log:')
  })
})
