import { afterAll, beforeAll, expect, test } from 'vitest'
import { readActor } from './actor.ts'
import { type AuthTestBed, openAuthTestBed, testSecret } from './auth-test-bed.ts'
import { addSamplePeople, sampleUsernames } from './sample-people.ts'

let bed: AuthTestBed
beforeAll(async () => {
  bed = await openAuthTestBed()
  const member = (code: string, more: object) => ({
    communeId: bed.communeId,
    branchId: bed.branchId,
    code,
    fullName: `Người ${code}`,
    sortName: code,
    ...more,
  })
  await bed.database.prisma.member.createMany({
    data: [
      member('A1', { office: 'secretary' }),
      member('A2', { office: 'deputy' }),
      member('A3', { reason: 'exempt' }),
      member('A4', { field: 'education' }),
      member('A5', { office: 'committee' }),
      member('A6', {}),
      member('A7', {}),
      member('B1', { office: 'secretary', branchId: bed.otherBranchId }),
    ],
  })
})
afterAll(() => bed.close())

const sample = { commune: 'Đảng bộ xã Na Tông', password: 'mẫu' }

test('the sample’s people are real members where they are members, each with their role', async () => {
  await addSamplePeople(bed.database, sample)
  const people = await bed.database.prisma.person.findMany({
    include: {
      member: true,
      roles: { include: { unit: true }, orderBy: { unit: { name: 'asc' } } },
    },
  })
  const found = Object.fromEntries(
    people.map(({ username, member, roles }) => [
      username,
      [member?.code, ...roles.map(({ role, unit }) => `${role} ${unit.name}`)],
    ]),
  )
  expect(found).toEqual({
    vanphong: [undefined, 'office Đảng bộ xã Na Tông'],
    bithu: ['A1', 'secretary Chi bộ bản Na Tông 1'],
    phobithu: ['A2', 'deputy Chi bộ bản Na Tông 1'],
    chiuy: ['A5', 'committee Chi bộ bản Na Tông 1'],
    canbo: [undefined, 'cadre Chi bộ bản Na Tông 1', 'cadre Chi bộ bản Na Tông 2'],
    dangvien: ['A6', 'member Chi bộ bản Na Tông 1'],
    bithu2: ['B1', 'secretary Chi bộ bản Na Tông 2'],
  })
  const cookie = await bed.enter('bithu', sample.password)
  expect(await readActor(bed.database, cookie, testSecret)).toMatchObject({ fullName: 'Người A1' })
})

test('adding them again makes good what is missing and touches nobody else', async () => {
  await bed.database.prisma.role.deleteMany({ where: { person: { username: 'canbo' } } })
  await bed.database.prisma.person.delete({ where: { username: 'canbo' } })
  const before = await bed.database.prisma.person.findUniqueOrThrow({
    where: { username: 'bithu' },
  })
  await addSamplePeople(bed.database, { ...sample, password: 'khác' })
  expect(await bed.database.prisma.person.findUnique({ where: { username: 'bithu' } })).toEqual(
    before,
  )
  const names = await bed.database.prisma.person.findMany({ select: { username: true } })
  expect(names.map(({ username }) => username).sort()).toEqual(sampleUsernames().sort())
})
