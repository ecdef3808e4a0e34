import { dayAt } from '#domain/days.ts'
import { monthAt } from '#domain/months.ts'
import { countFigures } from '#domain/record/count-figures.ts'
import { readPlace } from '../auth/place.ts'
import type { Database } from '../db/database.ts'
import type { HouseReaders } from '../log/house-readers.ts'
import { findPlanHead } from '../log/plan-head-row.ts'
import { readRosterView } from '../roster/roster-view.ts'
import type { CountTroubles } from './count-troubles.ts'
import { type DueFigures, type FiguresAge, readDueFigures } from './due-figures.ts'
import { readOutsideGroups } from './outside-groups.ts'
import { writeFigures } from './write-figures.ts'

/** What counting needs besides the time. */
export interface CountHouse {
  database: Database
  readers: Pick<HouseReaders, 'plans'>
  troubles: CountTroubles
}

/** Most plans that one round counts. */
const mostAtATime = 50

/**
 * Counts the plans whose sums are due. Any number of nodes may be at it: sums are a cache, and the later row wins. One
 * that cannot be counted is noted and stands in nobody's way. Answers how many plans it counted. `now` is in milliseconds.
 */
export async function countDue(
  house: CountHouse,
  now: number,
  age: FiguresAge,
  atATime = mostAtATime,
): Promise<number> {
  const { database, troubles } = house
  const due = await readDueFigures(database.pool, {
    ...age,
    month: monthAt(now),
    without: troubles.planIds(now),
    most: atATime,
  })
  let counted = 0
  for (const plan of due) {
    try {
      await countPlan(house, now, plan)
      counted += 1
    } catch (error) {
      troubles.note(plan.planId, error, now)
    }
  }
  return counted
}

async function countPlan(
  { database, readers }: CountHouse,
  now: number,
  { planId, branchId, month }: DueFigures,
): Promise<void> {
  const [head, place] = await Promise.all([
    findPlanHead(database.pool, branchId, month),
    readPlace(database, branchId),
  ])
  if (head === null || place === null) throw new Error(`records: no plan ${planId}`)
  const [plan, roster, outside] = await Promise.all([
    readers.plans.read(database.pool, head),
    readRosterView(database, place),
    readOutsideGroups(database.pool, branchId),
  ])
  await writeFigures(
    database.pool,
    planId,
    plan.seq,
    countFigures(roster, plan.view, outside, dayAt(now)),
  )
}
