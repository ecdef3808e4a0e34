import 'server-only'
import { parseMonth } from '#domain/months.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import type { CommittedPlan } from '../log/plan-reader.ts'
import { committedPlan } from './committed-plan.ts'
import { requireActor } from './current-actor.ts'
import { type Asker, seenBranch } from './seen-branch.ts'

/**
 * The committed plan of a branch and month for a page, read in a thread and remembered until it changes; null when nobody
 * has opened it yet. Throws `badMonth`, `unknownUnit` and `noRight`; leads to the sign-in when nobody is signed in.
 */
export async function readCommittedPlan(
  branchId: string,
  month: string,
): Promise<CommittedPlan | null> {
  return committedPlanFor(currentDatabase(), await requireActor(), branchId, month)
}

/** The same for somebody known. */
export async function committedPlanFor(
  database: Database,
  asker: Asker,
  branchId: string,
  month: string,
): Promise<CommittedPlan | null> {
  parseMonth(month)
  await seenBranch(database, asker, branchId, 'plan.view')
  return committedPlan(database, branchId, month)
}
