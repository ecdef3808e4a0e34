import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { monthAt } from '#domain/months.ts'
import { openSampleTestBed, type SampleTestBed } from '../roster/sample-test-bed.ts'
import { countDue } from './count-due.ts'

// Threads take their time to begin on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const month = monthAt(Date.now())
const atOnce = { rest: 0, atMost: 0, oldest: 3600 }

let bed: SampleTestBed
beforeAll(async () => {
  bed = await openSampleTestBed()
})
afterAll(() => bed.close())

const count = (age = atOnce) => countDue(bed.database, bed.readers, Date.now(), age)
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
