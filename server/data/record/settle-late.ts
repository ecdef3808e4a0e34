import 'server-only'
import { DomainError } from '#domain/errors.ts'
import { type RecordAct, recordLimits } from '#domain/record/record-act.ts'
import { can, type Place } from '#domain/rights.ts'
import { readPlace } from '../../auth/place.ts'
import type { Database } from '../../db/database.ts'
import { houseReaders } from '../../log/house-readers.ts'
import { findPlanHead } from '../../log/plan-head-row.ts'
import type { PlanHead } from '../../log/plan-log.ts'
import { readItemsOf } from '../../records/late-items.ts'
import { readLateBytes, readLateItemRows, readLateRows } from '../../records/late-rows.ts'
import { type RecordTurn, takeRecordTurn } from '../../records/record-turn.ts'
import type { DeskAsker } from './desk.ts'

type Settle = Extract<RecordAct, { kind: 'settleLate' }>

/** The key of a late edit of which nothing is to be seen: putting it aside needs no words. */
const wholeEdit = 'whole'

/**
 * Notes that one thing of a late edit is taken up, or put aside with a reason, or takes that back. Writes no plan: the
 * browser does, by the ordinary commands (SPEC F74). Of two who decide at once one is told `alreadySettled`. Throws
 * `unknownLateEdit`, `noRight`, `badInput`, and `planFinalised` for a plan that could not take it up.
 */
export async function settleLate(database: Database, asker: DeskAsker, act: Settle): Promise<void> {
  const { pool } = database
  const found = await findEdit(database, asker, act.lateEditId)
  const keys = await readKeys(database, found.plan, act.lateEditId)
  if (!keys.all.includes(act.key)) throw new DomainError('badInput', { field: 'key' })
  requireReason(act)
  await takeRecordTurn(pool, asker, found.plan.planId, found.place, async (turn) => {
    turn.require('plan.finalise')
    const bytes = await readLateBytes(turn.client, found.plan.planId, act.lateEditId)
    // More of it arrived between: whoever decided has not seen all.
    if (bytes !== keys.bytes) throw new DomainError('contentChanged')
    await requireTaker(turn, act)
    if (!(await decide(turn, act))) return
    await noteSettled(turn, act.lateEditId, keys.all)
    await turn.audit('settleLate', { ...act })
    await turn.tell('record')
  })
}

/** Whoever may not look at its plan learns no more than of one that does not exist. */
async function findEdit(
  database: Database,
  { grants }: DeskAsker,
  lateEditId: string,
): Promise<{ plan: PlanHead; place: Place }> {
  const row = await database.prisma.lateEdit.findUnique({
    where: { id: lateEditId },
    select: { plan: { select: { branchId: true, month: true } } },
  })
  const plan = row && (await findPlanHead(database.pool, row.plan.branchId, row.plan.month))
  const place = plan && (await readPlace(database, plan.branchId))
  if (!plan || !place || !can(grants, 'plan.view', place)) throw new DomainError('unknownLateEdit')
  return { plan, place }
}

/** Read before the plan is locked: it takes a thread's time. */
async function readKeys(
  { pool }: Database,
  plan: PlanHead,
  lateEditId: string,
): Promise<{ all: string[]; bytes: number }> {
  const { edits } = await readLateRows(pool, plan.planId, { lateEditId })
  const items = await readItemsOf(pool, houseReaders().plans, plan, edits)
  const all = (items.get(lateEditId) ?? []).map(({ key }) => key)
  return { all, bytes: edits[0]?.bytes ?? 0 }
}

function requireReason({ verdict, reason, key }: Settle): void {
  if (verdict !== 'dismissed' || key === wholeEdit) return
  if ((reason ?? '').length < recordLimits.fewestLetters)
    throw new DomainError('badInput', { field: 'reason' })
}

/** The plan that takes it up is this month's, open again, or a later one's, open. */
async function requireTaker(
  { client, plan }: RecordTurn,
  { verdict, month }: Settle,
): Promise<void> {
  if (verdict !== 'takenUp') return
  if (month === null || month < plan.month) throw new DomainError('badInput', { field: 'month' })
  // Not locked: should it be finalised at this moment, the command itself is refused and kept.
  const taker = month === plan.month ? plan : await findPlanHead(client, plan.branchId, month)
  if (!taker) throw new DomainError('noSuchPlan')
  if (taker.status === 'finalised') throw new DomainError('planFinalised')
}

/** Says whether anything changed. */
async function decide({ client, actor }: RecordTurn, act: Settle): Promise<boolean> {
  const { lateEditId, key, verdict, month } = act
  const rows = await readLateItemRows(client, [lateEditId])
  const now = rows.find((row) => row.key === key)
  if (verdict === null) {
    const text = 'delete from late_edit_item where late_edit_id = $1 and key = $2'
    await client.query(text, [lateEditId, key])
    return now !== undefined
  }
  if (now) {
    const isSame = now.verdict === verdict && now.personId === actor.personId && now.month === month
    if (!isSame) throw new DomainError('alreadySettled')
    return false
  }
  await client.query(
    `insert into late_edit_item (late_edit_id, key, verdict, reason, month, person_id)
     values ($1, $2, $3::late_verdict, $4, $5, $6)`,
    [
      lateEditId,
      key,
      verdict,
      verdict === 'dismissed' ? act.reason : null,
      verdict === 'takenUp' ? month : null,
      actor.personId,
    ],
  )
  return true
}

/** Settled once nothing of it waits; from then on it no longer counts against what its author may leave. */
async function noteSettled(
  { client }: RecordTurn,
  lateEditId: string,
  keys: readonly string[],
): Promise<void> {
  await client.query(
    `update late_edit set settled_at = case
       when (select count(*) from late_edit_item i where i.late_edit_id = $1 and i.key = any($2::text[])) = $3
       then coalesce(settled_at, clock_timestamp()) end
     where id = $1`,
    [lateEditId, keys, keys.length],
  )
}
