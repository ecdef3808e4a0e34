import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleTestBed, type SampleTestBed } from '../roster/sample-test-bed.ts'
import { householdsFor } from './households.ts'
import { setReasonFor } from './reasons.ts'
import { rosterFor } from './roster.ts'

const usernames = ['vanphong', 'bithu', 'phobithu', 'chiuy', 'canbo', 'dangvien', 'bithu2']
const unknownId = '01890000-0000-7000-8000-000000000000'
const garbage = ['', 'x', "' or 1=1", '../..', unknownId.toUpperCase(), `${unknownId}0`]

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

describe('readRoster', () => {
  it('gives a branch whole, with totals of its groups', async () => {
    const roster = await rosterFor(bed.database, await bed.asker('bithu'), first)
    expect(roster.branch).toMatchObject({ name: 'Chi bộ bản Na Tông 1', communeName: 'xã Na Tông' })
    expect(roster.members).toHaveLength(17)
    expect(roster.groups).toHaveLength(17)
    expect(roster.groups.map(({ name }) => name).slice(8, 11)).toEqual([
      'Nhóm 9',
      'Nhóm 10',
      'Nhóm 11',
    ])
    const sum = (key: 'households' | 'people' | 'poor' | 'nearPoor') =>
      roster.groups.reduce((total, group) => total + group[key], 0)
    expect(sum('households')).toBe(136)
    expect(sum('people')).toBe(await peopleOf('Na Tông 1'))
    expect(roster.hamlets.map(({ name }) => name)).toEqual(['Na Tông 1'])
    expect(roster.communeHamlets).toHaveLength(11)
    expect(roster.fields).toHaveLength(6)
    expect(roster.templates.map(({ code }) => code)).toEqual(['regular', 'thematic', 'halfYear'])
    expect(roster.members[0]).toHaveProperty('sortName')
    const names = roster.members.map(({ sortName }) => sortName)
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare))
  })

  it('gives a school its members and the commune, and no groups', async () => {
    const roster = await rosterFor(
      bed.database,
      await bed.asker('vanphong'),
      await bed.branchId('Trường THCS'),
    )
    expect(roster).toMatchObject({ hamlets: [], groups: [] })
    expect(roster.members.every(({ field }) => field === 'education')).toBe(true)
  })

  it('[P3] shows nobody the head of a household', async () => {
    for (const username of usernames) {
      const branch = username === 'bithu2' ? second : first
      const roster = await rosterFor(bed.database, await bed.asker(username), branch)
      expect(JSON.stringify(roster)).not.toContain(bed.marker)
    }
  })

  it('[R2] refuses other branches, unknown ones and garbage', async () => {
    const stranger = await bed.asker('bithu2')
    await expect(rosterFor(bed.database, stranger, first)).rejects.toMatchObject(noRight)
    for (const id of [unknownId, bed.communeId, ...garbage]) {
      await expect(rosterFor(bed.database, stranger, id)).rejects.toMatchObject({
        code: 'unknownUnit',
      })
    }
  })

  it('leaves out who was retired', async () => {
    const { prisma } = bed.database
    const gone = await prisma.member.findFirstOrThrow({ where: { branchId: second, office: null } })
    await prisma.member.update({ where: { id: gone.id }, data: { retiredAt: new Date() } })
    const roster = await rosterFor(bed.database, await bed.asker('bithu2'), second)
    expect(roster.members).toHaveLength(11)
    await prisma.member.update({ where: { id: gone.id }, data: { retiredAt: null } })
  })
})

describe('readHouseholds', () => {
  it('gives all to those who lead the branch and to the office', async () => {
    const group = await bed.groupId('Na Tông 1', 'Nhóm 1')
    for (const username of ['vanphong', 'bithu', 'phobithu', 'chiuy']) {
      const households = await householdsFor(
        bed.database,
        await bed.asker(username),
        group,
        '2026-11',
      )
      expect(households).toHaveLength(8)
      expect(households.every(({ headName }) => headName.includes(bed.marker))).toBe(true)
    }
  })

  it('[P3] gives a cadre and a secretary of another branch none', async () => {
    const group = await bed.groupId('Na Tông 1', 'Nhóm 1')
    for (const username of ['canbo', 'dangvien', 'bithu2']) {
      const asker = await bed.asker(username)
      await expect(householdsFor(bed.database, asker, group, '2026-11')).rejects.toMatchObject(
        noRight,
      )
    }
  })

  it('[P3] gives a member those of the groups that the plan of the month gives them, and no other', async () => {
    const asker = await bed.asker('dangvien')
    const own = await bed.groupId('Na Tông 1', 'Nhóm 3')
    const other = await bed.groupId('Na Tông 1', 'Nhóm 4')
    await bed.assign('2026-11', asker.memberId ?? '', own)
    const read = (group: string, month: string, at = '2026-11-22', who = asker) =>
      householdsFor(bed.database, who, group, month, Date.parse(`${at}T08:00:00+07:00`))
    expect(await read(own, '2026-11')).toHaveLength(8)
    expect(await read(own, '2026-11', '2026-12-31')).toHaveLength(8)
    await expect(read(other, '2026-11')).rejects.toMatchObject(noRight)
    await expect(read(own, '2026-12')).rejects.toMatchObject(noRight)
    await expect(read(own, '2026-11', '2027-01-01')).rejects.toMatchObject(noRight)
    const withoutRole = { ...asker, grants: [] }
    await expect(read(own, '2026-11', '2026-11-22', withoutRole)).rejects.toMatchObject(noRight)
  })

  it('refuses garbage without asking the database for it', async () => {
    const asker = await bed.asker('bithu')
    const group = await bed.groupId('Na Tông 1', 'Nhóm 1')
    for (const id of garbage.slice(0, 4)) {
      await expect(householdsFor(bed.database, asker, id, '2026-11')).rejects.toMatchObject({
        code: 'badInput',
      })
    }
    await expect(householdsFor(bed.database, asker, unknownId, '2026-11')).rejects.toMatchObject({
      code: 'unknownGroup',
    })
    for (const month of ['2026-13', '', '11/2026', '2026-1']) {
      await expect(householdsFor(bed.database, asker, group, month)).rejects.toMatchObject({
        code: 'badMonth',
      })
    }
  })
})

describe('setReason', () => {
  it('sets and clears a reason, and tells the open boards with the commit', async () => {
    const { prisma, pool } = bed.database
    const asker = await bed.asker('chiuy')
    const { id } = await prisma.member.findFirstOrThrow({
      where: { branchId: first, office: null },
    })
    const ear = await pool.connect()
    const heard: string[] = []
    ear.on('notification', ({ payload }) => heard.push(payload ?? ''))
    await ear.query('listen banviec')
    await setReasonFor(bed.database, asker, id, { kind: 'away', until: '2027-02-28' })
    const roster = await rosterFor(bed.database, asker, first)
    expect(roster.members.find((member) => member.id === id)?.reason).toEqual({
      kind: 'away',
      until: '2027-02-28',
    })
    await expect
      .poll(() => heard)
      .toEqual([JSON.stringify({ kind: 'changed', what: 'roster', branchIds: [first] })])
    ear.release(true)
    await setReasonFor(bed.database, asker, id, null)
    expect(await prisma.member.findUnique({ where: { id } })).toMatchObject({
      reason: null,
      reasonUntil: null,
    })
  })

  it('refuses who may not, whom nobody knows, and what is no reason', async () => {
    const { id } = await bed.database.prisma.member.findFirstOrThrow({ where: { branchId: first } })
    const set = async (username: string, memberId: string, reason: unknown) =>
      setReasonFor(bed.database, await bed.asker(username), memberId, reason)
    for (const username of ['vanphong', 'canbo', 'dangvien', 'bithu2']) {
      await expect(set(username, id, null)).rejects.toMatchObject(noRight)
    }
    for (const memberId of [unknownId, ...garbage]) {
      await expect(set('bithu', memberId, null)).rejects.toMatchObject({ code: 'unknownMember' })
    }
    const nonsense = [
      'away',
      { kind: 'ill', until: null },
      { kind: 'away', until: '2027-02-30' },
      { kind: 'away', until: null, note: 'a word on health' },
    ]
    for (const reason of nonsense) {
      await expect(set('bithu', id, reason)).rejects.toMatchObject({ code: 'badInput' })
    }
  })
})

async function peopleOf(hamlet: string): Promise<number> {
  const { _sum } = await bed.database.prisma.household.aggregate({
    where: { hamlet: { name: hamlet } },
    _sum: { people: true },
  })
  return _sum.people ?? 0
}
