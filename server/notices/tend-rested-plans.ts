import { monthAt } from '#domain/months.ts'
import type { Database } from '../db/database.ts'
import type { HouseReaders } from '../log/house-readers.ts'
import { type Quiet, readDuePlans } from './due-plans.ts'
import { renewAnchorsOf } from './renew-anchors-of.ts'
import { tellAssigned } from './tell-assigned.ts'

/**
 * What is done once a plan has come to rest: anchors of passages are made anew where letters were written anew, and
 * people are told of work that others gave them. Any number of nodes may be at it. Answers of how many plans it told.
 * `now` is in milliseconds.
 */
export async function tendRestedPlans(
  { pool }: Pick<Database, 'pool'>,
  readers: HouseReaders,
  now: number,
  quiet: Quiet,
): Promise<number> {
  const due = await readDuePlans(pool, monthAt(now), quiet)
  let told = 0
  for (const plan of due) {
    await renewAnchorsOf(pool, readers.plans, plan)
    if (await tellAssigned(pool, readers, plan)) told += 1
  }
  return told
}
