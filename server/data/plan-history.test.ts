import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { assignMember } from '#domain/commands/assign-member.ts'
import { moveMember } from '#domain/commands/move-member.ts'
import { changePlanForTest } from '../roster/change-plan-for-test.ts'
import { openSampleTestBed, type SampleTestBed } from '../roster/sample-test-bed.ts'
import { historyFor, pastPlanFor } from './plan-history.ts'

// Threads take their time to begin on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const month = '2027-03'
const newest = { groupId: null, before: null }

let bed: SampleTestBed
let branchId: string
let planId: string
let g3: { kind: 'group'; id: string }
let g7: { kind: 'group'; id: string }
let memberId: string

beforeAll(async () => {
  bed = await openSampleTestBed()
  branchId = await bed.branchId('Na Tông 1')
  memberId = String((await bed.asker('dangvien')).memberId)
  g3 = { kind: 'group', id: await bed.groupId('Na Tông 1', 'Nhóm 3') }
  g7 = { kind: 'group', id: await bed.groupId('Na Tông 1', 'Nhóm 7') }
  const as = async (username: string) => ({
    branchId,
    month,
    personId: (await bed.asker(username)).personId,
  })
  planId = await changePlanForTest(bed.database, await as('bithu'), (doc) =>
    assignMember(doc, { memberId, target: g3 }),
  )
  await changePlanForTest(bed.database, await as('chiuy'), (doc) =>
    moveMember(doc, { memberId, from: g3, to: g7 }),
  )
})
afterAll(() => bed.close())

const nameOf = async (username: string) =>
  (await bed.database.prisma.person.findUniqueOrThrow({ where: { username } })).fullName

it('[H3][H5] names who did what, and who opened the month', async () => {
  const { entries } = await historyFor(
    bed.database,
    await bed.asker('dangvien'),
    branchId,
    month,
    newest,
  )
  expect(entries).toMatchObject([
    { by: await nameOf('chiuy'), change: { kind: 'places', memberId, from: [g3], to: [g7] } },
    { by: await nameOf('bithu'), change: { kind: 'places', memberId, from: [], to: [g3] } },
    { by: await nameOf('bithu'), change: { kind: 'begun' } },
  ])
  expect(Math.abs(Date.now() - (entries[0]?.last.at ?? 0))).toBeLessThan(600_000)
})

it('[H6] names whose proposal a change was to those who may comment, and to nobody else', async () => {
  const { personId } = await bed.asker('canbo')
  const editor = await bed.asker('chiuy')
  const threadId = randomUUID()
  await bed.database.prisma.thread.create({
    data: {
      id: threadId,
      planId,
      epoch: 1,
      placeKind: 'group',
      placeId: g7.id,
      authorId: personId,
      rev: 1,
      proposal: {
        create: {
          change: { kind: 'changeMember', groupId: g7.id, from: null, to: memberId },
          state: 'accepted',
          settledAt: new Date(),
          settledBy: editor.personId,
        },
      },
    },
  })
  const proposers = async (username: string) => {
    const asker = await bed.asker(username)
    const { entries } = await historyFor(bed.database, asker, branchId, month, newest)
    return entries.map(({ proposedBy }) => proposedBy)
  }
  expect(await proposers('bithu')).toEqual([await nameOf('canbo'), null, null])
  expect(await proposers('dangvien')).toEqual([null, null, null])
})

it('[H7] shows the plan as it was after each row, and no other moment', async () => {
  const at = async (seq: number) =>
    pastPlanFor(bed.database, await bed.asker('canbo'), branchId, month, seq)
  expect((await at(1))?.view.assignments).toEqual([])
  expect(await at(2)).toMatchObject({ seq: 2, by: await nameOf('bithu') })
  expect((await at(2))?.view.assignments).toMatchObject([{ memberId, target: g3 }])
  expect((await at(3))?.view.assignments).toMatchObject([{ memberId, target: g7 }])
  expect(await at(4)).toBe(null)
  await expect(at(0)).rejects.toMatchObject({ code: 'badInput' })
})

it('[H6] is for those who may see the plan; a month that nobody opened has none', async () => {
  const stranger = await bed.asker('bithu2')
  await expect(historyFor(bed.database, stranger, branchId, month, newest)).rejects.toMatchObject({
    code: 'noRight',
  })
  await expect(pastPlanFor(bed.database, stranger, branchId, month, 2)).rejects.toMatchObject({
    code: 'noRight',
  })
  const asker = await bed.asker('bithu')
  expect(await historyFor(bed.database, asker, branchId, '2027-08', newest)).toEqual({
    entries: [],
    hasOlder: false,
  })
  expect(await pastPlanFor(bed.database, asker, branchId, '2027-08', 1)).toBe(null)
})
