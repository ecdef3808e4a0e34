import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { moveMember } from '#domain/commands/move-member.ts'
import { removeTask } from '#domain/commands/remove-task.ts'
import { setTaskDoers } from '#domain/commands/set-task-doers.ts'
import { unassignMember } from '#domain/commands/unassign-member.ts'
import { shiftMonth } from '#domain/months.ts'
import { openDatabase } from '../db/database.ts'
import { openReaders } from '../log/open-readers.ts'
import { changePlanForTest } from '../roster/change-plan-for-test.ts'
import { openSampleTestBed, type SampleTestBed } from '../roster/sample-test-bed.ts'
import { tendRestedPlans } from './tend-rested-plans.ts'

// Threads take their time to begin on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const now = Date.parse('2020-01-15T00:00:00Z')
const atOnce = { quiet: 0, atMost: 0 }
const aMinute = { quiet: 60, atMost: 600 }

let bed: SampleTestBed
let branchId: string
let month: string
/** A member who signs in, the secretary, and two groups. */
let an: { personId: string; memberId: string }
let secretary: { personId: string; memberId: string }
let g3: { kind: 'group'; id: string }
let g7: { kind: 'group'; id: string }

beforeAll(async () => {
  bed = await openSampleTestBed()
  branchId = await bed.branchId('Na Tông 1')
  an = await memberOf('dangvien')
  secretary = await memberOf('bithu')
  g3 = { kind: 'group', id: await bed.groupId('Na Tông 1', 'Nhóm 3') }
  g7 = { kind: 'group', id: await bed.groupId('Na Tông 1', 'Nhóm 7') }
})
afterAll(() => bed.close())

async function memberOf(username: string) {
  const { personId, memberId } = await bed.asker(username)
  return { personId, memberId: String(memberId) }
}

let months = 0
beforeEach(async () => {
  await bed.database.pool.query('delete from notice')
  await bed.database.pool.query(
    'update plan_advice a set noticed_seq = head_seq from plan p where p.id = a.plan_id',
  )
  // Each test has an earlier month, so that it begins with what no other left.
  months += 1
  month = shiftMonth('2026-01', -2 * months)
})

/** One row by the secretary. */
const write = (work: (doc: Y.Doc) => void, by = secretary) =>
  changePlanForTest(bed.database, { branchId, month, personId: by.personId }, work)
const assign = (target = g3, { memberId } = an) =>
  write((doc) => assignMember(doc, { memberId, target }))
const free = (target: typeof g3) =>
  write((doc) => unassignMember(doc, { memberId: an.memberId, target }))

const tell = (quiet = atOnce) => tendRestedPlans(bed.database, bed.readers, now, quiet)

async function told() {
  const rows = await bed.database.prisma.notice.findMany({
    where: { plan: { month } },
    select: { person: { select: { username: true } }, kind: true, detail: true, readAt: true },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ person, ...row }) => ({ who: person.username, ...row }))
}

it('[H8] who gets groups and tasks from others is told in one notice; who takes them and who just has them is not', async () => {
  await assign(g3)
  await assign(g7, secretary)
  await write((doc) =>
    addTask(doc, { id: 'a', title: 'Làm chuồng', doers: [an.memberId, secretary.memberId] }),
  )
  expect(await tell()).toBe(1)
  expect(await told()).toMatchObject([
    { who: 'dangvien', kind: 'assigned', detail: { places: [g3], taskTitles: ['Làm chuồng'] } },
  ])
  expect(await tell()).toBe(0)
  // A month takes over what stands; that is no news.
  month = shiftMonth(month, 1)
  await write(() => undefined)
  await tell()
  expect(await told()).toEqual([])
  await write((doc) => unassignMember(doc, { memberId: an.memberId, target: g3 }))
  await tell()
  expect(await told()).toEqual([])
})

it('[H8] is told of the difference: what came and went is nothing, and a notice not yet read goes with it', async () => {
  await assign(g7)
  await free(g7)
  await tell()
  expect(await told()).toEqual([])
  await assign(g3)
  await tell()
  await write((doc) => moveMember(doc, { memberId: an.memberId, from: g3, to: g7 }))
  await write((doc) => addTask(doc, { id: 'b', title: 'Dọn đường', coDoers: [an.memberId] }))
  await tell()
  const detail = { places: [g7], taskIds: ['b'], taskTitles: ['Dọn đường'] }
  expect(await told()).toMatchObject([{ detail }])
  await free(g7)
  await tell()
  expect(await told()).toMatchObject([{ detail: { ...detail, places: [] } }])
  await write((doc) => removeTask(doc, { taskId: 'b' }))
  await tell()
  expect(await told()).toEqual([])
})

it('[H8] a notice that was read stays, and what is new comes in another', async () => {
  await assign(g3)
  await tell()
  await bed.database.prisma.notice.updateMany({ data: { readAt: new Date() } })
  await write((doc) => addTask(doc, { id: 'c', title: 'Thăm hộ' }))
  await write((doc) => setTaskDoers(doc, { taskId: 'c', doers: [an.memberId], coDoers: [] }))
  await tell()
  expect(await told()).toMatchObject([
    { detail: { places: [g3], taskTitles: [] } },
    { detail: { places: [], taskTitles: ['Thăm hộ'] }, readAt: null },
  ])
})

it('[H8] a plan comes to rest for a minute first, or is told of after ten all the same', async () => {
  const { pool } = bed.database
  const planId = await assign(g3)
  const age = (seconds: number, seq: number) =>
    pool.query(
      `update plan_update set at = clock_timestamp() - make_interval(secs => $2)
        where plan_id = $1 and seq = $3`,
      [planId, seconds, seq],
    )
  await assign(g7)
  expect(await tell(aMinute)).toBe(0)
  await age(70, 3)
  expect(await tell(aMinute)).toBe(1)
  await free(g3)
  await free(g7)
  await age(300, 4)
  expect(await tell(aMinute)).toBe(0)
  await age(700, 4)
  expect(await tell(aMinute)).toBe(1)
})

it('[H8] two nodes tell of it once', async () => {
  const other = openDatabase(bed.url)
  const others = openReaders()
  for (const target of [g3, g7]) {
    await assign(target)
    const counts = await Promise.all([
      tell(),
      tendRestedPlans(other, others, now, atOnce),
      tell(),
      tendRestedPlans(other, others, now, atOnce),
    ])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
    await bed.database.prisma.notice.updateMany({ data: { readAt: new Date() } })
  }
  expect(await told()).toHaveLength(2)
  await others.close()
  await other.close()
})

it('[H8] nobody is told who muted the plan, may not see it or cannot sign in, nor of a month that is over', async () => {
  const { prisma } = bed.database
  const planId = await write(() => undefined)
  await prisma.noticeMute.create({ data: { personId: an.personId, planId } })
  await assign(g3)
  await write((doc) => assignMember(doc, { memberId: randomUUID(), target: g3 }))
  await write((doc) => assignMember(doc, { memberId: 'no-uuid', target: g3 }))
  expect(await tell()).toBe(1)
  expect(await told()).toEqual([])
  await prisma.noticeMute.deleteMany()
  await prisma.person.update({ where: { id: an.personId }, data: { disabledAt: new Date() } })
  await assign(g7)
  expect(await tell()).toBe(1)
  expect(await told()).toEqual([])
  await prisma.person.update({ where: { id: an.personId }, data: { disabledAt: null } })
  await free(g3)
  await assign(g3)
  const later = Date.parse(`${shiftMonth(month, 1)}-15T00:00:00Z`)
  expect(await tendRestedPlans(bed.database, bed.readers, later, atOnce)).toBe(0)
})
