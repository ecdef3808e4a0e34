import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shiftMonth } from '#domain/months.ts'
import { assignmentsOf } from '#domain/plan-doc.ts'
import { formatRoom } from '#domain/rooms.ts'
import { closeCode } from '#domain/wire.ts'
import { postgresLog } from '../log/postgres-log.ts'
import { openRaw } from './testing/raw-socket.ts'
import { openWriter } from './testing/raw-writer.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'

let stage: Stage
let node: Node
let person: SignedIn
let months = 0

beforeAll(async () => {
  stage = await openStage()
  node = await stage.openNode({ limits: { unloadAfterMs: 50 } })
  person = await stage.signIn('committee')
})
afterAll(() => stage.close())

const sql = (text: string, ...values: unknown[]) => stage.database.pool.query(text, values)
const members = ['m1', 'm2', 'm3', 'm4']

/** A plan of five rows that no node has open, with two snapshots or none. */
async function closedPlan({ snapshots }: { snapshots: boolean }) {
  months += 1
  const month = shiftMonth(stage.month, months)
  const room = formatRoom({ ...stage, month, epoch: 1 })
  // Nor does a node that is closed take a snapshot when it would have let the plan go, however long a test takes.
  const own = await stage.openNode({ limits: { snapshotRows: 1_000, unloadAfterMs: 3_600_000 } })
  const writer = openWriter(own, room, person)
  const log = postgresLog(stage.database.pool)
  await expect.poll(() => writer.isSaved()).toBe(true)
  const { id: planId } = await stage.database.prisma.plan.findFirstOrThrow({ where: { month } })
  for (const memberId of members) {
    writer.assign(memberId)
    await expect.poll(() => writer.isSaved()).toBe(true)
    if (snapshots && memberId !== 'm4') expect(await log.snapshot(planId)).toBe(true)
  }
  await own.close()
  await sql('delete from plan_snapshot where plan_id = $1 and not $2', planId, snapshots)
  return { room, planId }
}

/** Comes to the plan and is turned away before a single frame. */
async function turnedAway(room: string): Promise<void> {
  const socket = openRaw(node, room, { cookie: person.cookie })
  await expect.poll(() => socket.closed).toBe(closeCode.tryLater)
  expect(socket.frames).toEqual([])
}

async function seesAll(room: string): Promise<void> {
  const writer = openWriter(node, room, person)
  await expect.poll(() => writer.isSaved()).toBe(true)
  await expect
    .poll(() => writer.raw.frames.some((frame) => frame[0] === 0 && frame[1] === 1))
    .toBe(true)
  const month = room.split('.')[2] ?? ''
  const { id } = await stage.database.prisma.plan.findFirstOrThrow({ where: { month } })
  const { doc } = await postgresLog(stage.database.pool).load(id)
  expect([...assignmentsOf(doc).keys()].toSorted()).toEqual(members.map((name) => `${name}.0`))
  writer.raw.close()
}

describe('a plan that cannot be read whole', () => {
  const damages: [string, string][] = [
    ['the first row is missing', 'delete from plan_update where plan_id = $1 and seq = 1'],
    ['a row in between is missing', 'delete from plan_update where plan_id = $1 and seq = 3'],
    ['the last row is missing', 'delete from plan_update where plan_id = $1 and seq = 5'],
    ['all rows are missing', 'delete from plan_update where plan_id = $1'],
    ['the head is beyond the rows', 'update plan set head_seq = head_seq + 1 where id = $1'],
    [
      'a row is no update',
      `update plan_update set data = '\\x01020304' where plan_id = $1 and seq = 3`,
    ],
    [
      'a row was cut short',
      'update plan_update set data = substring(data from 1 for 9) where plan_id = $1 and seq = 2',
    ],
  ]
  it.each(damages)('[S5] lets nobody in, and never shows an empty one: %s', async (_, damage) => {
    const { room, planId } = await closedPlan({ snapshots: false })
    const before = await sql('select seq, data from plan_update where plan_id = $1', planId)
    await sql(damage, planId)
    await turnedAway(room)
    const log = postgresLog(stage.database.pool)
    await expect(log.load(planId)).rejects.toThrow()
    await expect(log.snapshot(planId)).rejects.toThrow()
    expect((await sql('select from plan_snapshot where plan_id = $1', planId)).rowCount).toBe(0)
    expect(
      node.reports.some((line) => line.startsWith('a connection could not be looked up')),
    ).toBe(true)

    // Somebody brings back what was lost, and everything is there.
    await sql('update plan set head_seq = $2 where id = $1', planId, before.rowCount)
    for (const { seq, data } of before.rows) {
      await sql(
        `insert into plan_update (plan_id, epoch, seq, batch_id, data)
         values ($1, 1, $2, gen_random_uuid(), $3)
         on conflict (plan_id, seq) do update set data = $3`,
        planId,
        seq,
        data,
      )
    }
    await seesAll(room)
  })

  it.each([
    ['the newer', 'and seq = 4'],
    ['both', ''],
  ])('[S3] [S5] is read from what is left when snapshots were damaged: %s', async (_, which) => {
    const { room, planId } = await closedPlan({ snapshots: true })
    const damaged = await sql(
      `update plan_snapshot set state = substring(state from 1 for 20) where plan_id = $1 ${which}`,
      planId,
    )
    expect(damaged.rowCount).toBe(which === '' ? 2 : 1)
    await seesAll(room)
  })

  it('[S5] [S9] is left by everyone when rows are missing between those that they see and the head', async () => {
    const { room, planId } = await closedPlan({ snapshots: false })
    const deaf = await stage.openNode({ listens: false, limits: { pollEveryMs: 3_600_000 } })
    const [here, there] = [openWriter(deaf, room, person), openWriter(node, room, person)]
    await expect.poll(() => here.isSaved() && there.isSaved()).toBe(true)
    for (const memberId of ['m5', 'm6']) {
      there.assign(memberId)
      await expect.poll(() => there.isSaved()).toBe(true)
    }
    await sql('update plan_update set seq = -6 where plan_id = $1 and seq = 6', planId)
    const seen = here.raw.frames.length
    here.assign('m7')
    await expect.poll(() => here.raw.closed).toBe(closeCode.tryLater)
    // Neither half of the others' work, nor that one's own is saved.
    expect(here.raw.frames.slice(seen).filter((frame) => frame[0] !== 1)).toEqual([])
    expect(here.isSaved()).toBe(false)
    // The next month is begun from this one.
    await sql('update plan_update set seq = 6 where plan_id = $1 and seq = -6', planId)
  })

  it('[S5] rows before a snapshot may be gone, those after it may not', async () => {
    const { room, planId } = await closedPlan({ snapshots: true })
    await sql('delete from plan_update where plan_id = $1 and seq <= 4', planId)
    await seesAll(room)
    // Whoever let the plan go takes a snapshot of it. That is waited for, and goes too: it would be read.
    const newest = 'select max(seq) as seq from plan_snapshot where plan_id = $1'
    await expect.poll(async () => (await sql(newest, planId)).rows[0]?.seq).toBe('5')
    await sql('delete from plan_snapshot where plan_id = $1 and seq = 5', planId)
    // Nor is last month's plan taken for empty when the next one is begun.
    await sql('delete from plan_update where plan_id = $1', planId)
    const next = formatRoom({ ...stage, month: shiftMonth(stage.month, months + 1), epoch: 1 })
    await turnedAway(next)
    expect(await stage.database.prisma.plan.count()).toBe(months)
  })
})
