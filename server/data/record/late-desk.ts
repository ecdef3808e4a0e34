import 'server-only'
import type { LateDesk, LateItemView, LateVerdict } from '#domain/late/late-view.ts'
import { can } from '#domain/rights.ts'
import { currentDatabase, type Database } from '../../db/database.ts'
import { houseReaders } from '../../log/house-readers.ts'
import { findPlanHead } from '../../log/plan-head-row.ts'
import { readItemsOf } from '../../records/late-items.ts'
import { type LateItemRow, readLateItemRows, readLateRows } from '../../records/late-rows.ts'
import { requireMonth } from '../advice/require-month.ts'
import { requireActor } from '../current-actor.ts'
import { type Asker, seenBranch } from '../seen-branch.ts'

/**
 * What came too late for a month, for a page: of everybody for those who may edit, else one's own (SPEC F72). Throws
 * `badMonth`, `unknownUnit` and `noRight`; leads to the sign-in when nobody is signed in.
 */
export async function readLateDesk(branchId: string, month: string): Promise<LateDesk> {
  return lateDeskFor(currentDatabase(), await requireActor(), branchId, month)
}

/** The same for somebody known, or a single late edit of it; there is none where the id is another's. */
export async function lateDeskFor(
  database: Database,
  asker: Asker,
  branchId: string,
  month: string,
  lateEditId?: string,
): Promise<LateDesk> {
  requireMonth(month)
  const { pool } = database
  const place = await seenBranch(database, asker, branchId, 'plan.view')
  const canSettle = can(asker.grants, 'plan.finalise', place)
  const head = await findPlanHead(pool, branchId, month)
  if (!head)
    return { month, status: 'notOpened', canSettle, edits: [], more: { waiting: 0, settled: 0 } }
  const personId = can(asker.grants, 'plan.edit', place) ? undefined : asker.personId
  const { edits: rows, more } = await readLateRows(pool, head.planId, { personId, lateEditId })
  const [items, verdicts] = await Promise.all([
    readItemsOf(pool, houseReaders().plans, head, rows),
    readLateItemRows(
      pool,
      rows.map(({ id }) => id),
    ),
  ])
  return {
    month,
    status: head.status,
    canSettle,
    more,
    edits: rows.map(({ id, personId, name, at, version }) => ({
      id,
      author: { personId, name },
      at: at.toISOString(),
      version,
      items: (items.get(id) ?? []).map(
        (item): LateItemView => ({
          ...item,
          verdict: verdictOf(verdicts.find((row) => row.lateEditId === id && row.key === item.key)),
        }),
      ),
    })),
  }
}

function verdictOf(row: LateItemRow | undefined): LateVerdict | null {
  if (!row) return null
  const { verdict, reason, month, by, at } = row
  return { verdict, reason, month, by, at: at.toISOString() }
}
