import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../db/test-database.ts'
import { loadSample } from './load-sample.ts'

const options = { folder: path.join(process.cwd(), 'prisma/sample'), password: 'sample words 12' }

let test: TestDatabase
beforeEach(async () => {
  test = await openTestDatabase()
})
afterEach(() => test.close())

it('loads commune and people into an empty database, once', async () => {
  const { prisma } = test.database
  expect(await loadSample(test.database, options)).toBe(true)
  expect(await prisma.member.count()).toBe(137)
  expect(await prisma.person.count()).toBe(7)
  expect(await loadSample(test.database, options)).toBe(true)
  expect(await prisma.orgUnit.count()).toBe(17)
  expect(await prisma.person.count()).toBe(7)
})

it('makes good a start that was cut short between the lists and the people', async () => {
  const { prisma } = test.database
  await loadSample(test.database, options)
  await prisma.role.deleteMany({ where: { person: { username: 'bithu2' } } })
  await prisma.person.delete({ where: { username: 'bithu2' } })
  await loadSample(test.database, options)
  expect(await prisma.person.count({ where: { username: 'bithu2' } })).toBe(1)
})

it('leaves a commune of its own alone', async () => {
  await test.database.prisma.orgUnit.create({ data: { kind: 'commune', name: 'xã Mường Nhà' } })
  expect(await loadSample(test.database, options)).toBe(false)
  expect(await test.database.prisma.person.count()).toBe(0)
})
