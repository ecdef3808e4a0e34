import fc from 'fast-check'
import type { Database } from '../../../db/database.ts'
import { CourseCheck } from './check-course.ts'
import {
  actAtDesk,
  beginMonth,
  changeRoster,
  makeReady,
  reopen,
  restore,
  revoke,
  signOff,
} from './course-acts.ts'
import { edit } from './course-edits.ts'
import { courseSteps, type Step } from './course-step.ts'
import { CourseWorld } from './course-world.ts'
import { pressTogether } from './press-together.ts'
import { readLateDesk, settle } from './settle-course.ts'

/** What happened in all courses, so that it can be told whether anything did. */
export interface CourseSums {
  courses: number
  steps: number
  records: number
  reopened: number
  lateEdits: number
  takenUp: number
}

/** So many at once, each in a commune of its own. */
const lanes = 4

/** Runs courses on one database. What fails is told with its seed and steps, as fast-check does. */
export async function runCourses(
  database: Database,
  { count, seed }: { count: number; seed: number },
): Promise<CourseSums> {
  const sums = { courses: 0, steps: 0, records: 0, reopened: 0, lateEdits: 0, takenUp: 0 }
  // A month begins with what the course itself brings.
  await database.prisma.planTemplate.deleteMany()
  let hasFailed = false
  const property = fc.asyncProperty(courseSteps, async (steps) => {
    // The other lanes have nothing to add to what one of them found.
    if (hasFailed) return
    await runCourse(database, steps, sums).catch((error: unknown) => {
      hasFailed = true
      throw error
    })
  })
  const ended = await Promise.allSettled(
    Array.from({ length: lanes }, (_, lane) => {
      const numRuns = Math.ceil((count - lane) / lanes)
      return fc.assert(property, { numRuns, seed: seed + lane, endOnFailure: true })
    }),
  )
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason
  return sums
}

async function runCourse(
  database: Database,
  steps: readonly Step[],
  sums: CourseSums,
): Promise<void> {
  const world = await CourseWorld.open(database)
  const check = new CourseCheck(world)
  await beginMonth(world, world.person(0), 0)
  await makeReady(world, { who: 0, month: 0 })
  await check.check()
  for (const [at, step] of steps.entries()) {
    try {
      await take(world, step)
      await check.check()
    } catch (error) {
      throw new Error(`step ${at}, ${step.do}`, { cause: error })
    }
  }
  for (const plan of world.model.plans) if (plan.late.size > 0) await readLateDesk(world, plan)
  count(world, steps.length, sums)
}

async function take(world: CourseWorld, step: Step): Promise<unknown> {
  switch (step.do) {
    case 'edit':
      return edit(world, world.person(step.who), world.plan(step.month), step.edit, {
        ...step,
        isRacing: false,
      })
    case 'press':
      if (step.isPrepared) await makeReady(world, step)
      return pressTogether(world, step)
    case 'signOff':
      return signOff(world, step)
    case 'reopen':
      return reopen(world, step)
    case 'settle':
      return settle(world, step)
    case 'beginNext':
      return beginMonth(world, world.person(step.who), 1)
    case 'retire':
    case 'rename':
      return changeRoster(world, step)
    case 'revoke':
      return revoke(world, step)
    case 'restore':
      return restore(world)
    default:
      return actAtDesk(world, step)
  }
}

function count({ model }: CourseWorld, steps: number, sums: CourseSums): void {
  sums.courses += 1
  sums.steps += steps
  for (const { records, late } of model.plans) {
    sums.records += records.length
    sums.reopened += records.filter(({ reopenedBy }) => reopenedBy !== null).length
    sums.lateEdits += late.size
    for (const { verdicts } of late.values()) {
      sums.takenUp += [...verdicts.values()].filter(({ verdict }) => verdict === 'takenUp').length
    }
  }
}
