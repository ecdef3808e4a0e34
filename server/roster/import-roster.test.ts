import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../db/test-database.ts'
import { importRoster } from './import-roster.ts'

const sample = path.join(process.cwd(), 'prisma/sample')
const naTong = {
  commune: 'xã Na Tông',
  members: path.join(sample, 'dang-vien.csv'),
  households: path.join(sample, 'ho-gia-dinh.csv'),
}

let test: TestDatabase
let folder: string

beforeEach(async () => {
  test = await openTestDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'roster-'))
})
afterEach(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

it('loads the lists of Na Tông whole', async () => {
  const report = await importRoster(test.database, naTong)
})
