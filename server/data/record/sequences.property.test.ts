import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../db/test-database.ts'
import { openReaders } from '../../log/open-readers.ts'
import { seedOfRun } from '../../sync/testing/dice.ts'
import { runCourses } from './courses/run-courses.ts'

const count = 60

let test: TestDatabase
let readers: ReturnType<typeof openReaders>
beforeAll(async () => {
  test = await openTestDatabase()
  readers = openReaders()
})
afterAll(async () => {
  await readers.close()
  await test.close()
})

it('[F14] any course of two months keeps its records as written and everything that was told to be kept', {
  timeout: 300_000,
}, async () => {
  const seed = seedOfRun()
  const sums = await runCourses(test.database, { count, seed })
  process.stdout.write(`courses, seed ${seed}: ${JSON.stringify(sums)}\n`)
  expect(sums.courses).toBe(count)
  // Courses in which nothing of this happens would show nothing.
  expect(sums.records).toBeGreaterThan(count / 3)
  expect(sums.reopened).toBeGreaterThan(0)
  expect(sums.lateEdits).toBeGreaterThan(0)
  expect(sums.takenUp).toBeGreaterThan(0)
})
