import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { monthAt, shiftMonth } from '#domain/months.ts'
import { countDue } from '../records/count-due.ts'
import { CountTroubles } from '../records/count-troubles.ts'
import { openSampleTestBed, type SampleTestBed } from '../roster/sample-test-bed.ts'
import { communeMonthFor } from './commune-month.ts'

// Threads take their time to begin on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const now = Date.now()
const month = monthAt(now)

let bed: SampleTestBed
beforeAll(async () => {
  bed = await openSampleTestBed()
  const { memberId } = await bed.asker('dangvien')
  const assign = async (of: string, group: string) =>
    bed.assign(of, String(memberId), await bed.groupId('Na Tông 1', group))
  await assign(shiftMonth(month, -1), 'Nhóm 3')
  await assign(month, 'Nhóm 7')
  const troubles = new CountTroubles((error) => {
    throw error
  })
  await countDue({ ...bed, troubles }, now, { rest: 0, atMost: 0, oldest: 0 })
})
afterAll(() => bed.close())

const read = async (username = 'vanphong', of = month) =>
  communeMonthFor(bed.database, await bed.asker(username), bed.communeId, of, now)

it('[F87] gives every branch of the commune, opened or not, and figures that add up', async () => {
  const { commune, branches, rules } = await read()
  expect(commune.name).toContain('Na Tông')
  expect(rules.dueDay).toBe(5)
  expect(branches).toHaveLength(16)
  const own = branches.find(({ state }) => state !== 'notOpened')
  expect(own).toMatchObject({
    state: 'drafting',
    version: null,
    figures: { groups: { done: 2, all: 17 }, members: { all: 17, inCharge: 1 } },
    before: { done: 0, all: 2 },
  })
  expect(own?.trend.slice(0, 4)).toEqual([null, null, null, null])
  expect(own?.trend.at(-1)).toBe(Math.round((100 * 16) / 136))
  expect(own?.lastEditAt).not.toBeNull()

  const [first, ...others] = branches.filter(({ state }) => state === 'notOpened')
  expect(others).toHaveLength(14)
  expect(first?.figures.groups.done).toBe(0)
  for (const { figures } of branches) {
    const { all, ...places } = figures.members
    expect(Object.values(places).reduce((sum, count) => sum + count, 0)).toBe(all)
  }
  expect(branches.reduce((sum, { figures }) => sum + figures.members.all, 0)).toBe(137)
})

it('[F87] a month that was final and is not at present was opened again', async () => {
  const { prisma } = bed.database
  const plan = await prisma.plan.findFirstOrThrow({ where: { month } })
  const { personId } = await bed.asker('bithu')
  const bytes = Buffer.alloc(32)
  await prisma.planRecord.create({
    data: {
      id: crypto.randomUUID(),
      planId: plan.id,
      version: 1,
      epoch: 1,
      seq: 1n,
      json: '{}',
      sha256: bytes,
      contentSha256: bytes,
      code: 'AAAA-0001',
      state: bytes,
      finalisedBy: personId,
      finalisedAt: new Date(),
    },
  })
  const stateOf = async () =>
    (await read()).branches.find(({ branchId }) => branchId === plan.branchId)
  expect(await stateOf()).toMatchObject({ state: 'reopened', version: 1 })
  await prisma.plan.update({ where: { id: plan.id }, data: { status: 'finalised' } })
  expect(await stateOf()).toMatchObject({ state: 'finalised', version: 1 })
})

it('[F88] is for the commune’s office alone', async () => {
  for (const username of ['bithu', 'phobithu', 'chiuy', 'canbo', 'dangvien', 'bithu2']) {
    await expect(read(username)).rejects.toMatchObject({ code: 'noRight' })
  }
  await expect(read('vanphong', '2026-13')).rejects.toMatchObject({ code: 'badMonth' })
})
