import type pg from 'pg'
import type { PlanStatus } from '#domain/wire.ts'
import type { PlanHead } from './plan-log.ts'

export interface HeadRow {
  id: string
  branch_id: string
  month: string
  epoch: number
  status: PlanStatus
  head_seq: string
  rights_rev: string
}

export const selectHead =
  'select id, branch_id, month, epoch, status, head_seq, rights_rev from plan'

export function toHead(row: HeadRow): PlanHead {
  return {
    planId: row.id,
    branchId: row.branch_id,
    month: row.month,
    epoch: row.epoch,
    status: row.status,
    seq: BigInt(row.head_seq),
    rightsRev: BigInt(row.rights_rev),
  }
}

/** Where a plan stands, or null when it was never opened. */
export async function findPlanHead(
  client: Pick<pg.Pool, 'query'>,
  branchId: string,
  month: string,
): Promise<PlanHead | null> {
  const found = await client.query<HeadRow>({
    name: 'log-find-head',
    text: `${selectHead} where branch_id = $1 and month = $2`,
    values: [branchId, month],
  })
  return found.rows[0] ? toHead(found.rows[0]) : null
}
