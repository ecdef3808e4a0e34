import 'server-only'
import { DomainError } from '#domain/errors.ts'
import type { PlanContent } from '#domain/plan-content.ts'
import type { Place } from '#domain/rights.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { Database } from '../../db/database.ts'
import { findPlanHead } from '../../log/plan-head-row.ts'
import type { CommittedPlan } from '../../log/plan-reader.ts'
import { type RecordGround, readGround } from '../../records/record-ground.ts'
import { type SettledContent, settledContent } from '../../records/settled-content.ts'
import { readRosterView } from '../../roster/roster-view.ts'
import { committedWhole } from '../committed-plan.ts'

/** A month as committed, with the roster, and what tells whether it is still so. */
export interface MonthGround {
  place: Place
  /** Read before everything else. */
  ground: RecordGround
  plan: CommittedPlan
  /** The document as one update. */
  state: Uint8Array
  roster: RosterView
  settled: SettledContent
}

/** Which plan an act is about. Throws `noSuchPlan` when nobody has opened it. */
export async function findMonth(
  database: Pick<Database, 'pool'>,
  branchId: string,
  month: string,
): Promise<{ planId: string }> {
  const head = await findPlanHead(database.pool, branchId, month)
  if (!head) throw new DomainError('noSuchPlan')
  return head
}

/** Reads all of it; whoever calls it has asked whether it may be seen. */
export async function readMonthGround(
  database: Database,
  place: Place,
  planId: string,
): Promise<MonthGround> {
  const ground = await readGround(database.pool, place, planId)
  const [{ plan, state }, roster] = await Promise.all([
    committedWhole(database, planId),
    readRosterView(database, place),
  ])
  const settled = settledContent(plan, contentOf(plan), { view: roster, print: ground.roster })
  return { place, ground, plan, state, roster, settled }
}

function contentOf({ view, prose }: CommittedPlan): PlanContent {
  return { view, prose }
}
