import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { monthAt, shiftMonth } from '#domain/months.ts'
import type { RecordFigures } from '#domain/record/month-record.ts'
import { openSampleTestBed, type SampleTestBed } from '../roster/sample-test-bed.ts'
import { countDue } from './count-due.ts'
import { CountTroubles } from './count-troubles.ts'
import { writeFigures } from './write-figures.ts'

// Threads take their time to begin on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const month = monthAt(Date.now())
const atOnce = { rest: 0, atMost: 0, oldest: 3600 }

let bed: SampleTestBed
beforeAll(async () => {
  bed = await openSampleTestBed()
})
afterAll(() => bed.close())

const failures: unknown[] = []
const troubles = new CountTroubles((error) => failures.push(error))
const count = (age = atOnce, now = Date.now(), atATime = 50) =>
  countDue({ ...bed, troubles }, now, age, atATime)
const figures = () => bed.database.prisma.planFigures.findFirst({ where: { plan: { month } } })

it('[F86] counts a plan once it rests, again when it changed, and not when nothing is new', async () => {
  const { memberId } = await bed.asker('dangvien')
  await bed.assign(month, String(memberId), await bed.groupId('Na Tông 1', 'Nhóm 3'))
  expect(await count()).toBe(1)
  const first = await figures()
  expect(first).toMatchObject({ groups: 17, groupsCovered: 1, members: 17, inCharge: 1, tasks: 2 })
  expect(first?.lastEditAt).not.toBeNull()
  expect(await count()).toBe(0)

  await bed.assign(month, String(memberId), await bed.groupId('Na Tông 1', 'Nhóm 7'))
  expect(await count({ rest: 3600, atMost: 3600, oldest: 3600 })).toBe(0)
  expect(await count()).toBe(1)
  expect(await figures()).toMatchObject({ groupsCovered: 2 })
})

it('[F86] counts an old sum again, because the roster changes too; what is final keeps its own', async () => {
  const household = await bed.database.prisma.household.findFirstOrThrow({
    where: { group: { name: 'Nhóm 3', hamlet: { name: 'Na Tông 1' } } },
    select: { id: true },
  })
  const before = await figures()
  await bed.database.pool.query('update household set group_id = null where id = $1', [
    household.id,
  ])
  expect(await count({ ...atOnce, oldest: 0 })).toBe(1)
  const after = await figures()
  expect(after?.households).toBe(before?.households)
  expect(after?.householdsCovered).toBe(Number(before?.householdsCovered) - 1)

  await bed.database.pool.query(`update plan set status = 'finalised'`)
  expect(await count({ ...atOnce, oldest: 0 })).toBe(0)
})

it('[F86] what is counted while somebody makes the month final leaves the sums of its record', async () => {
  const { pool } = bed.database
  const { planId, seq } = await bed.database.prisma.planFigures.findFirstOrThrow({
    where: { plan: { month } },
  })
  await pool.query(`update plan set status = 'drafting'`)
  const none = { all: 0, done: 0 }
  const members = {
    all: 9,
    inCharge: 9,
    byField: 0,
    exempt: 0,
    away: 0,
    newlyAdmitted: 0,
    noReason: 0,
  }
  const sums = (households: number): RecordFigures => ({
    ...{ groups: none, poor: none, nearPoor: none, members },
    households: { all: households, done: 0 },
    tasks: { all: 0, done: 0, notDone: 0, carried: 0 },
  })
  const finaliser = await pool.connect()
  await finaliser.query('begin')
  await finaliser.query('select 1 from plan where id = $1 for no key update', [planId])
  await writeFigures(finaliser, planId, seq, sums(1))
  await finaliser.query(`update plan set status = 'finalised' where id = $1`, [planId])
  // Read before, written at the same time: it waits for the plan and must find it final then.
  const late = writeFigures(pool, planId, seq, sums(2))
  // Of this database: others of the cluster have tests of their own at work.
  const waits = `select 1 from pg_stat_activity where datname = current_database()
    and wait_event_type = 'Lock' and query like '%plan_figures%'`
  await expect.poll(async () => (await pool.query(waits)).rowCount).toBe(1)
  await finaliser.query('commit')
  finaliser.release()
  await late
  expect((await figures())?.households).toBe(1)
  await writeFigures(pool, planId, seq, sums(3))
  expect((await figures())?.households).toBe(1)
  await pool.query(`update plan set status = 'drafting'`)
})

it('[F86] a plan that cannot be read is reported, and keeps no other from being counted', async () => {
  const { pool, prisma } = bed.database
  const { memberId } = await bed.asker('dangvien')
  const group = await bed.groupId('Na Tông 1', 'Nhóm 3')
  const [broken, whole] = [shiftMonth(month, 1), month]
  await bed.assign(broken, String(memberId), group)
  // Its rows are gone.
  await pool.query(
    `delete from plan_update u using plan p where p.id = u.plan_id and p.month = $1`,
    [broken],
  )
  await bed.assign(whole, String(memberId), group)
  await pool.query('delete from plan_figures')
  const now = Date.now()
  // The broken one, of the later month, comes first, and there is time for one at a time.
  expect(await count(atOnce, now, 1)).toBe(0)
  expect(failures).toHaveLength(1)
  expect(await count(atOnce, now, 1)).toBe(1)
  expect(await prisma.planFigures.count({ where: { plan: { month: whole } } })).toBe(1)
  expect(await count(atOnce, now, 1)).toBe(0)
  expect(failures).toHaveLength(1)
  // It is tried again after a while.
  expect(await count(atOnce, now + 3_600_000, 1)).toBe(0)
  expect(failures).toHaveLength(2)
})
