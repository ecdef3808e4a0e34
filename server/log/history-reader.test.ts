import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { moveMember } from '#domain/commands/move-member.ts'
import { PlanHistory } from '#domain/history/plan-history.ts'
import { inGroup } from '#domain/testing/build-plan.ts'
import { RecordedPlan } from '#domain/testing/recorded-plan.ts'
import { openTestDatabase, type TestDatabase } from '../db/test-database.ts'
import type { HistoryQuestion } from './history-order.ts'
import { HistoryReader } from './history-reader.ts'
import { addRowsForTest, writeRowsForTest } from './write-rows-for-test.ts'

const lan = randomUUID()
const tuan = randomUUID()
const everything: HistoryQuestion = { groupId: null, before: null, after: 0, most: 1000 }

let test: TestDatabase
let branchId: string
let reader: HistoryReader
beforeAll(async () => {
  test = await openTestDatabase()
  const branch = await test.database.prisma.orgUnit.create({
    data: { kind: 'branch', name: 'Thử' },
  })
  branchId = branch.id
})
beforeEach(() => {
  reader = new HistoryReader()
  return () => reader.close()
})
afterAll(() => test.close())

let months = 0
/** So many moves of two people, a minute and more apart, and a task in the first group. */
function recorded(moves: number): RecordedPlan {
  const plan = new RecordedPlan()
  plan.now = Date.parse('2026-12-01T00:00:00Z')
  plan.by(lan, (doc) => assignMember(doc, { memberId: 'an', target: inGroup('g0') }))
  plan.by(lan, (doc) =>
    addTask(doc, { id: 't', title: 'Làm chuồng', place: { kind: 'groups', ids: ['g0'] } }),
  )
  for (let n = 0; n < moves; n += 1) move(plan, n)
  return plan
}

function move(plan: RecordedPlan, n: number): void {
  plan.now += 90_000
  const [from, to] = [inGroup(`g${n}`), inGroup(`g${n + 1}`)]
  plan.by(n % 2 ? lan : tuan, (doc) => moveMember(doc, { memberId: 'an', from, to }))
}

function written(plan: RecordedPlan): Promise<string> {
  months += 1
  const month = `2026-${String(months).padStart(2, '0')}`
  return writeRowsForTest(test.database.pool, { branchId, month }, plan.rows)
}

function entriesHere({ rows }: RecordedPlan) {
  const history = new PlanHistory()
  for (const row of rows) history.add(row)
  return history.entries()
}

const ask = (planId: string, question: Partial<HistoryQuestion> = {}, by = reader) =>
  by.read(test.database.pool, planId, { ...everything, ...question })

describe('the reader of history', () => {
  it('[H3] tells what the rows in the database say, again when it grew, and many at once', async () => {
    const plan = recorded(30)
    const planId = await written(plan)
    expect(await ask(planId)).toEqual({ entries: entriesHere(plan), hasOlder: false })
    const known = plan.rows.length
    move(plan, 30)
    move(plan, 31)
    await addRowsForTest(test.database.pool, planId, plan.rows.slice(known))
    const pages = await Promise.all([
      ask(planId),
      ask(planId, {}, new HistoryReader()),
      ask(planId),
    ])
    for (const page of pages) expect(page.entries).toEqual(entriesHere(plan))
  })

  it('[H6] tells it page by page, of one group, and what is new', async () => {
    const plan = recorded(9)
    const planId = await written(plan)
    const all = entriesHere(plan)
    const first = await ask(planId, { most: 4 })
    expect(first).toEqual({ entries: all.slice(0, 4), hasOlder: true })
    const before = first.entries.at(-1)?.last.seq ?? 0
    expect(await ask(planId, { before })).toEqual({ entries: all.slice(4), hasOlder: false })
    expect((await ask(planId, { after: plan.rows.length - 2 })).entries).toHaveLength(2)
    expect(
      (await ask(planId, { groupId: 'g3' })).entries.map(({ change }) => change),
    ).toMatchObject([
      { from: [inGroup('g3')], to: [inGroup('g4')] },
      { from: [inGroup('g2')], to: [inGroup('g3')] },
    ])
    expect((await ask(planId, { groupId: 'g0' })).entries).toHaveLength(3)
    expect((await ask(planId, { groupId: 'none' })).entries).toEqual([])
  })

  it('[S5] tells nothing of a plan of which a row is missing or broken, and goes on', async () => {
    const planId = await written(recorded(9))
    const { pool } = test.database
    await pool.query(`update plan_update set data = '\\x0102' where plan_id = $1 and seq = 5`, [
      planId,
    ])
    await expect(ask(planId)).rejects.toThrow()
    await pool.query('delete from plan_update where plan_id = $1 and seq = 5', [planId])
    await expect(ask(planId)).rejects.toThrow('are missing')
    await expect(ask(randomUUID())).rejects.toThrow('no plan')
    const other = recorded(3)
    expect((await ask(await written(other))).entries).toEqual(entriesHere(other))
  })

  it('goes on when its thread died', async () => {
    const plan = recorded(5)
    const planId = await written(plan)
    await ask(planId)
    await reader.close()
    expect((await ask(planId)).entries).toEqual(entriesHere(plan))
  })
})
