import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleTestBed, type SampleTestBed } from '../roster/sample-test-bed.ts'
import { branchesFor } from './branches.ts'
import { planHeadFor, plansFor } from './plans.ts'
import { rosterFor } from './roster.ts'

const unknownId = '01890000-0000-7000-8000-000000000000'
/** 31 December 2026, 23:30 in Vietnam is still December there. */
const lateDecember = Date.parse('2026-12-31T23:30:00+07:00')

let bed: SampleTestBed
let first: string
let second: string
beforeAll(async () => {
  bed = await openSampleTestBed()
  first = await bed.branchId('Na Tông 1')
  second = await bed.branchId('Na Tông 2')
})
afterAll(() => bed.close())

const noRight = { code: 'noRight' }

describe('listPlans', () => {
  it('gives this and next month in Vietnam, and creates nothing', async () => {
    const plans = await plansFor(bed.database, await bed.asker('bithu'), lateDecember)
    expect(plans).toEqual([
      {
        room: `plan.${first}.2026-12.1`,
        branch: first,
        branchName: 'Chi bộ bản Na Tông 1',
        month: '2026-12',
        status: 'notOpened',
        right: 'finalise',
      },
      expect.objectContaining({ month: '2027-01', room: `plan.${first}.2027-01.1` }),
    ])
    expect(await bed.database.prisma.plan.count({ where: { month: '2026-12' } })).toBe(0)
  })

  it('names the current epoch and status of a plan that was opened', async () => {
    const { prisma } = bed.database
    const where = { branchId: second, month: '2027-01' }
    await prisma.plan.create({ data: { ...where, epoch: 3, status: 'finalised' } })
    const [, next] = await plansFor(bed.database, await bed.asker('bithu2'), lateDecember)
    expect(next).toMatchObject({ room: `plan.${second}.2027-01.3`, status: 'finalised' })
    await prisma.plan.deleteMany({ where })
  })

  it('[R1] gives everybody their branches with their right', async () => {
    const rightsOf = async (username: string) => {
      const plans = await plansFor(bed.database, await bed.asker(username), lateDecember)
      return [plans.length, ...new Set(plans.map(({ right }) => right))]
    }
    expect(await rightsOf('vanphong')).toEqual([32, 'comment'])
    expect(await rightsOf('phobithu')).toEqual([2, 'finalise'])
    expect(await rightsOf('chiuy')).toEqual([2, 'edit'])
    expect(await rightsOf('canbo')).toEqual([4, 'comment'])
    expect(await rightsOf('dangvien')).toEqual([2, 'view'])
    expect(
      await plansFor(bed.database, { personId: '', memberId: null, grants: [] }, lateDecember),
    ).toEqual([])
  })
})

describe('readPlanHead and listBranches', () => {
  it('says where a plan stands, and refuses what is not there', async () => {
    const asker = await bed.asker('dangvien')
    expect(await planHeadFor(bed.database, asker, first, '2027-05')).toMatchObject({
      room: `plan.${first}.2027-05.1`,
      status: 'notOpened',
      right: 'view',
      branch: { id: first, communeId: bed.communeId },
    })
    const head = (branch: string, month: string) => planHeadFor(bed.database, asker, branch, month)
    await expect(head(second, '2027-05')).rejects.toMatchObject(noRight)
    await expect(head(first, '2026-13')).rejects.toMatchObject({ code: 'badMonth' })
    await expect(head(unknownId, '2026-12')).rejects.toMatchObject({ code: 'unknownUnit' })
  })

  it('counts the members, groups and households of each branch', async () => {
    const cards = await branchesFor(bed.database, await bed.asker('vanphong'))
    expect(cards).toHaveLength(16)
    const total = (key: 'members' | 'groups' | 'households' | 'poor' | 'nearPoor') =>
      cards.reduce((sum, card) => sum + card[key], 0)
    expect(
      ['members', 'groups', 'households', 'poor', 'nearPoor'].map((k) => total(k as 'poor')),
    ).toEqual([137, 101, 824, 111, 86])
    const [own, ...rest] = await branchesFor(bed.database, await bed.asker('chiuy'))
    expect(own).toMatchObject({
      id: first,
      right: 'edit',
      members: 17,
      groups: 17,
      households: 136,
    })
    expect(rest).toEqual([])
  })

  it('[R3] finds branches below units between them and the commune', async () => {
    const { prisma } = bed.database
    const committee = await prisma.orgUnit.create({
      data: { kind: 'committee', name: 'Đảng ủy bộ phận vùng thấp', parentId: bed.communeId },
    })
    await prisma.orgUnit.update({ where: { id: second }, data: { parentId: committee.id } })
    const cards = await branchesFor(bed.database, await bed.asker('vanphong'))
    expect(cards).toHaveLength(16)
    expect(cards.find(({ id }) => id === second)).toMatchObject({ communeName: 'xã Na Tông' })
    const roster = await rosterFor(bed.database, await bed.asker('bithu2'), second)
    expect(roster.branch.communeId).toBe(bed.communeId)
    await prisma.orgUnit.update({ where: { id: second }, data: { parentId: bed.communeId } })
  })
})
