import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { openTestDatabase, type TestDatabase } from '../db/test-database.ts'
import { openPlanDoc } from './fold-rows.ts'
import { findPlanHead } from './plan-head-row.ts'
import type { PlanHead } from './plan-log.ts'
import { PlanReader } from './plan-reader.ts'
import { takeSnapshot } from './take-snapshot.ts'

let test: TestDatabase
let branchId: string
let reader: PlanReader
beforeAll(async () => {
  test = await openTestDatabase()
  const branch = await test.database.prisma.orgUnit.create({
    data: { kind: 'branch', name: 'Thử' },
  })
  branchId = branch.id
})
beforeEach(() => {
  reader = new PlanReader()
  return () => reader.close()
})
afterAll(() => test.close())

let months = 0

/** A plan that is written letter by letter, each a row. */
class Typed {
  readonly month: string
  readonly #doc = openPlanDoc()
  readonly #text = new Y.XmlText()
  readonly #updates: Uint8Array[] = []
  #planId = ''

  constructor() {
    months += 1
    this.month = `2026-${String(months).padStart(2, '0')}`
    this.#doc.on('update', (update: Uint8Array) => this.#updates.push(update))
    proseOf(this.#doc, 'focus').insert(0, [this.#text])
  }

  async type(letters: string): Promise<void> {
    const { prisma, pool } = test.database
    for (const letter of letters) this.#text.insert(this.#text.length, letter)
    this.#planId ||= (await prisma.plan.create({ data: { branchId, month: this.month } })).id
    const rows = this.#updates.splice(0)
    await pool.query(
      `with head as (select head_seq from plan where id = $1), grown as
         (update plan set head_seq = head_seq + $2 where id = $1)
       insert into plan_update (plan_id, epoch, seq, batch_id, data)
       select $1, 1, head_seq + r.ord, gen_random_uuid(), r.data
         from head, unnest($3::bytea[]) with ordinality as r (data, ord)`,
      [this.#planId, rows.length, rows.map((row) => Buffer.from(row))],
    )
  }

  async head(): Promise<PlanHead> {
    const head = await findPlanHead(test.database.pool, branchId, this.month)
    if (!head) throw new Error('no plan')
    return head
  }

  async read(by = reader) {
    const plan = await by.read(test.database.pool, await this.head())
    return { ...plan, focus: JSON.stringify(plan.prose.focus) }
  }
}

describe('the reader of committed plans', () => {
  it('[H1] reads what is committed, and after each change what is then', async () => {
    const plan = new Typed()
    await plan.type('Họp')
    expect(await plan.read()).toMatchObject({ epoch: 1, seq: 4n, status: 'drafting' })
    expect((await plan.read()).focus).toContain('Họp')
    await plan.type(' tối')
    expect((await plan.read()).focus).toContain('Họp tối')
    expect((await plan.read()).view).toEqual({ assignments: [], tasks: [], removedTasks: [] })
  })

  it('[H1] says the status of this moment, also when no row came', async () => {
    const plan = new Typed()
    await plan.type('a')
    await plan.read()
    const { planId } = await plan.head()
    await test.database.prisma.plan.update({
      where: { id: planId },
      data: { status: 'finalised', epoch: 2 },
    })
    expect(await plan.read()).toMatchObject({ status: 'finalised', epoch: 2, seq: 2n })
  })

  it('[H1] gives many who ask at once the same, also while it grows and from a snapshot', async () => {
    const plans = [new Typed(), new Typed(), new Typed()]
    for (const round of ['một', 'hai', 'ba']) {
      await Promise.all(plans.map((plan) => plan.type(round)))
      const all = await Promise.all([...plans, ...plans, ...plans].map((plan) => plan.read()))
      for (const { focus } of all) expect(focus).toContain(round)
      for (const plan of plans) await takeSnapshot(test.database.pool, (await plan.head()).planId)
    }
    const other = new PlanReader()
    expect((await plans[0]?.read(other))?.focus).toContain('mộthaiba')
    await other.close()
  })

  it('[H2] anchors a passage and finds it again, in the order asked, and writes nothing', async () => {
    const plan = new Typed()
    await plan.type('Giúp hộ nghèo và hộ mới thoát nghèo.')
    const { planId, seq } = await plan.head()
    const passage = (quote: string) => ({
      kind: 'passage' as const,
      part: 'focus' as const,
      ...{ quote, prefix: '', suffix: '', occurrence: 0 },
    })
    const ask = (quote: string) =>
      reader.ask(test.database.pool, planId, 'anchor', passage(quote)).then(({ answer }) => answer)
    const [poor, gone] = [await ask('hộ nghèo'), await ask('hộ giàu')]
    expect(poor).not.toBeNull()
    expect(gone).toBeNull()
    await plan.type(' Thêm.')
    const wanted = [
      { passage: { ...passage('giàu'), part: 'review' as const }, anchor: null },
      { passage: passage('hộ giàu'), anchor: null },
      { passage: passage('hộ nghèo'), anchor: poor },
    ]
    const { head, answer } = await reader.ask(test.database.pool, planId, 'passages', wanted)
    expect(answer.spans).toEqual([null, null, { from: 5, to: 13 }])
    expect(JSON.stringify(answer.content.prose.focus)).toContain('Thêm.')
    expect(head.seq).toBe(seq + 6n)
  })

  it('[S5] reads no plan of which a row is missing, and goes on with others', async () => {
    const broken = new Typed()
    await broken.type('abc')
    const { planId } = await broken.head()
    await test.database.pool.query('delete from plan_update where plan_id = $1 and seq = 2', [
      planId,
    ])
    await expect(broken.read()).rejects.toThrow('log: ')
    const plan = new Typed()
    await plan.type('được')
    expect((await plan.read()).focus).toContain('được')
  })

  it('goes on when its thread died', async () => {
    const plan = new Typed()
    await plan.type('trước')
    await plan.read()
    await reader.close()
    await plan.type(' sau')
    expect((await plan.read()).focus).toContain('trước sau')
  })
})
