import { expect, it } from 'vitest'
import { openTestDatabase } from '../../db/test-database.ts'
import { openReaders } from '../../log/open-readers.ts'
import { seedOfRun } from '../../sync/testing/dice.ts'
import { TrialSheet } from '../../sync/testing/trial-sheet.ts'
import { runCourses } from './courses/run-courses.ts'

const count = 1_000
const sheet = new TrialSheet('Finalising: courses of two months')

it(`[F14] ${count} courses keep their records as written and everything that was told to be kept`, {
  timeout: 3_600_000,
}, async () => {
  const test = await openTestDatabase()
  const readers = openReaders()
  const seed = seedOfRun()
  const sums = await runCourses(test.database, { count, seed })
  await readers.close()
  await test.close()
  sheet.note('courses, acts', `${sums.courses}, ${sums.steps}, seed ${seed}`)
  sheet.note('records made, opened again', `${sums.records}, ${sums.reopened}`)
  sheet.note('late edits, things taken up of them', `${sums.lateEdits}, ${sums.takenUp}`)
  expect(sums.courses).toBe(count)
})
