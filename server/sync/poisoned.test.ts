import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shiftMonth } from '#domain/months.ts'
import { assignmentsOf } from '#domain/plan-doc.ts'
import { formatRoom } from '#domain/rooms.ts'
import type { PlanLog } from '../log/plan-log.ts'
import { postgresLog } from '../log/postgres-log.ts'
import { holdRow } from './testing/hold-row.ts'
import { openWriter, type RawWriter } from './testing/raw-writer.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'

let stage: Stage
let node: Node
let secretary: SignedIn
let deputy: SignedIn
let months = 0
/** How many plans each append was called with. */
const appends: number[] = []

beforeAll(async () => {
  stage = await openStage()
  const real = postgresLog(stage.database.pool)
  const log: PlanLog = {
    ...real,
    append: (batchId, batches, again) => {
      appends.push(batches.length)
      return real.append(batchId, batches, again)
    },
  }
  node = await stage.openNode({ log })
  secretary = await stage.signIn('secretary')
  deputy = await stage.signIn('deputy')
})
afterAll(() => stage.close())

/** Two people at the plan of a month that nobody has opened yet. */
async function two(): Promise<{ room: string; planId: string; an: RawWriter; binh: RawWriter }> {
  months += 1
  const month = shiftMonth(stage.month, months)
  const room = formatRoom({ ...stage, month, epoch: 1 })
  const [an, binh] = [openWriter(node, room, secretary), openWriter(node, room, deputy)]
  await expect.poll(() => an.isSaved() && binh.isSaved()).toBe(true)
  const plan = await stage.database.prisma.plan.findFirstOrThrow({ where: { month } })
  return { room, planId: plan.id, an, binh }
}

/** From now on the database refuses rows of one plan. */
async function refuseRows(planId: string, sqlState: string, holding = ''): Promise<void> {
  await stage.database.pool.query(`
    create or replace function refuse_rows() returns trigger language plpgsql as $$
    begin
      if new.plan_id = '${planId}' and position(convert_to('${holding}', 'UTF8') in new.data) > 0 then
        raise exception 'not this one' using errcode = '${sqlState}';
      end if;
      return new;
    end $$`)
  await stage.database.pool.query(
    `create or replace trigger refuse_rows before insert on plan_update
       for each row execute function refuse_rows()`,
  )
}

const allowRows = () => stage.database.pool.query('drop trigger refuse_rows on plan_update')

describe('a row that the database will never take', () => {
  it('[S7] is refused to its author; everyone else’s of the same batch is saved', async () => {
    const [poisoned, healthy] = [await two(), await two()]
    await refuseRows(poisoned.planId, '23514', 'poison')
    // All of it in one batch: it gathers behind a commit that waits for the row.
    const held = await holdRow(stage, poisoned.planId)
    poisoned.binh.assign('before')
    poisoned.an.assign('poison')
    poisoned.binh.assign('after')
    healthy.an.assign('elsewhere')
    await held.untilTriedFor(100)
    await held.release()

    await expect.poll(() => poisoned.an.raw.refused()).toMatchObject([{ reason: 'invalid' }])
    await expect.poll(() => poisoned.binh.isSaved() && healthy.an.isSaved()).toBe(true)
    expect(poisoned.binh.raw.refused()).toEqual([])
    expect(poisoned.an.isSaved() && poisoned.an.raw.refused().length === 0).toBe(false)

    // Nothing of it goes on by itself, and the plan is written as before.
    const calls = appends.length
    poisoned.binh.assign('later')
    await expect.poll(() => poisoned.binh.isSaved()).toBe(true)
    expect(appends.slice(calls)).toEqual([1])
    const reader = openWriter(node, poisoned.room, deputy)
    await expect.poll(() => reader.isSaved()).toBe(true)
    const { doc } = await postgresLog(stage.database.pool).load(poisoned.planId)
    expect([...assignmentsOf(doc).keys()].toSorted()).toEqual(['after.0', 'before.0', 'later.0'])
    await allowRows()
  })

  it('[S7] is found among many writers of one batch', async () => {
    const { planId, room, an } = await two()
    await refuseRows(planId, '23514', 'poison')
    const people = await Promise.all(
      ['committee', 'committee', 'committee'].map((role) => stage.signIn(role as 'committee')),
    )
    const others = people.map((person) => openWriter(node, room, person))
    await expect.poll(() => others.every((writer) => writer.isSaved())).toBe(true)
    const held = await holdRow(stage, planId)
    for (const [n, writer] of [...others, an].entries()) {
      writer.assign(`first-${n}`)
      writer.assign(n === 1 ? 'poison' : `second-${n}`)
    }
    await held.untilTriedFor(100)
    await held.release()
    const [, culprit] = others
    await expect.poll(() => culprit?.raw.refused().length).toBeGreaterThan(0)
    const innocent = [...others.filter((writer) => writer !== culprit), an]
    await expect.poll(() => innocent.every((writer) => writer.isSaved())).toBe(true)
    expect(innocent.flatMap((writer) => writer.raw.refused())).toEqual([])
    await allowRows()
  })
})

describe('a plan that the database cannot write', () => {
  it('[S7] keeps no other plan waiting, calls nothing saved, and goes on once it can', async () => {
    const [broken, healthy] = [await two(), await two()]
    await refuseRows(broken.planId, 'XX001')
    const calls = appends.length
    broken.an.assign('m1')
    healthy.an.assign('m1')
    await expect.poll(() => healthy.an.isSaved()).toBe(true)
    for (const n of [2, 3, 4]) {
      healthy.binh.assign(`m${n}`)
      await expect.poll(() => healthy.binh.isSaved()).toBe(true)
    }
    // The database's own clock tells for how long it was tried in vain.
    await stage.database.pool.query('select pg_sleep(2)')
    expect(broken.an.isSaved()).toBe(false)
    expect(broken.an.raw.closed).toBe(null)
    expect(broken.an.raw.refused()).toEqual([])
    // Ever more seldom: at 0.1, 0.2, 0.4, 0.8 s, and not as fast as it can.
    expect(appends.length - calls).toBeLessThan(20)
    await allowRows()
    await expect.poll(() => broken.an.isSaved()).toBe(true)
    expect(await stage.database.prisma.planUpdate.count({ where: { planId: broken.planId } })).toBe(
      2,
    )
  })
})
