import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../db/test-database.ts'
import { importRoster } from './import-roster.ts'
import { renameUnit } from './rename-unit.ts'

const sample = path.join(process.cwd(), 'prisma/sample')
const lists = {
  commune: 'xã Na Tông',
  members: path.join(sample, 'dang-vien.csv'),
  households: path.join(sample, 'ho-gia-dinh.csv'),
}

let test: TestDatabase
beforeAll(async () => {
  test = await openTestDatabase()
  await importRoster(test.database, lists)
})
afterAll(() => test.close())

it('[L11] lists go on matching a branch and a commune by their former names', async () => {
  const { prisma } = test.database
  await renameUnit(test.database, { from: 'chi bộ bản Na Tông 1', to: 'Chi bộ bản Tông Cang' })
  await renameUnit(test.database, { from: 'xã Na Tông', to: 'xã Mường Nhà' })
  expect((await importRoster(test.database, lists)).unchanged).toBe(true)
  expect(await prisma.orgUnit.count()).toBe(17)
  const remembered = await prisma.unitSuccession.findMany({ orderBy: { at: 'asc' } })
  expect(remembered.map(({ formerName }) => formerName)).toEqual([
    'Chi bộ bản Na Tông 1',
    'xã Na Tông',
  ])
})

it('refuses a unit that is not there, a name of its neighbour, and an empty one', async () => {
  const rename = (from: string, to: string) => renameUnit(test.database, { from, to })
  await expect(rename('Chi bộ bản Xa', 'Chi bộ bản Gần')).rejects.toMatchObject({
    code: 'unknownUnit',
  })
  for (const to of ['chi bộ  TRƯỜNG mầm non', ' ', 'Chi bộ Trường THCS', 'x'.repeat(121)]) {
    await expect(rename('Chi bộ Trường THCS', to)).rejects.toMatchObject({ code: 'badInput' })
  }
})
