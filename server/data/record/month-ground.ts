import 'server-only'
import { DomainError } from '#domain/errors.ts'
import type { Place } from '#domain/rights.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { Database } from '../../db/database.ts'
import { findPlanHead } from '../../log/plan-head-row.ts'
import type { CommittedPlan } from '../../log/plan-reader.ts'
import { type RecordGround, readGround } from '../../records/record-ground.ts'
import { type SettledContent, settledContent } from '../../records/settled-content.ts'
import { readRosterView } from '../../roster/roster-view.ts'
import { committedPlan, committedWhole } from '../committed-plan.ts'

/** A month as committed, with the roster, and what tells whether it is still so. */
export interface MonthGround {
  place: Place
  /** Read before everything else. */
  ground: RecordGround
  plan: CommittedPlan
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

/** Reads all of it; whoever calls it has asked whether it may be seen. Throws `noSuchPlan`. */
export async function readMonthGround(
  database: Database,
  place: Place,
  month: string,
): Promise<MonthGround> {
  return groundOf(database, place, month, async () => {
    const plan = await committedPlan(database, place.unitId, month)
    return plan && { plan }
  })
}

/** The same with the document as one update, as of the same moment. */
export async function readWholeMonth(
  database: Database,
  place: Place,
  month: string,
): Promise<MonthGround & { state: Uint8Array }> {
  return groundOf(database, place, month, async ({ planId }) => committedWhole(database, planId))
}

async function groundOf<Read extends { plan: CommittedPlan }>(
  database: Database,
  place: Place,
  month: string,
  read: (found: { planId: string }) => Promise<Read | null>,
): Promise<MonthGround & Read> {
  const found = await findMonth(database, place.unitId, month)
  const ground = await readGround(database.pool, place, found.planId)
  const [committed, roster] = await Promise.all([read(found), readRosterView(database, place)])
  if (!committed) throw new DomainError('noSuchPlan')
  const { view, prose } = committed.plan
  const content = { view, prose }
  const settled = settledContent(committed.plan, content, { view: roster, print: ground.roster })
  return { ...committed, place, ground, roster, settled }
}
