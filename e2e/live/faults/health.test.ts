import { afterEach, expect, it } from 'vitest'
import { readHealth } from '#server/data/health.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { openTestDatabase, type TestDatabase } from '#server/db/test-database.ts'
import { type FaultLink, openFaultLink } from '#server/sync/testing/fault-link.ts'

/** Where the process keeps its one database. */
const held = globalThis as typeof globalThis & { banViecDatabase?: Database }
let test: TestDatabase
let link: FaultLink

afterEach(async () => {
  link.set({})
  await held.banViecDatabase?.close()
  delete held.banViecDatabase
  await link.close()
  await test.close()
})

it('says within seconds that the database is silent, also when it falls silent on an open connection', async () => {
  test = await openTestDatabase()
  const url = new URL(test.url)
  link = await openFaultLink({ port: Number(url.port) })
  url.port = String(link.port)
  held.banViecDatabase = openDatabase(url.toString())
  // Its first connection may take a busy machine longer than the two seconds that an answer is waited for.
  await expect.poll(() => readHealth()).toMatchObject({ status: 'ok', database: 'ok' })
  link.set({ down: { isStalled: true } })
  const began = performance.now()
  expect(await readHealth()).toMatchObject({ status: 'down', database: 'silent' })
  // Within two seconds, and five times that on a machine that stands still for one.
  expect(performance.now() - began).toBeLessThan(10_000)
})
