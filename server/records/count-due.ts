import { dayAt } from '#domain/days.ts'
import { monthAt } from '#domain/months.ts'
import { countFigures } from '#domain/record/count-figures.ts'
import { readPlace } from '../auth/place.ts'
import type { Database } from '../db/database.ts'
import type { HouseReaders } from '../log/house-readers.ts'
import { findPlanHead } from '../log/plan-head-row.ts'
import { readRosterView } from '../roster/roster-view.ts'
import { type DueFigures, type FiguresAge, readDueFigures } from './due-figures.ts'
import { readOutsideGroups } from './outside-groups.ts'
import { writeFigures } from './write-figures.ts'

/**
 * Counts the plans whose sums are due. Any number of nodes may be at it: sums are a cache, and the later row wins. Answers how many plans it counted. `now` is in milliseconds.
 */
export async function countDue(
  database: Database,
  readers: HouseReaders,
  now: number,
  age: FiguresAge,
): Promise<number> {
  const due = await readDueFigures(database.pool, monthAt(now), age)
  for (const plan of due) await countPlan(database, readers, now, plan)
  return due.length
}

async function countPlan(
  database: Database,
  readers: HouseReaders,
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
