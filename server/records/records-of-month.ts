import type pg from 'pg'
import type { StoredRecord } from './read-record.ts'

/** Which record it is, without what it says. */
export type RecordName = Pick<StoredRecord, 'id' | 'planId' | 'branchId' | 'month' | 'version'>

const newest = {
  name: 'records-of-month',
  text: `
    select r.id, r.plan_id as "planId", p.branch_id as "branchId", p.month, r.version
    from plan_record r join plan p on p.id = r.plan_id
    where p.branch_id = any($1::uuid[]) and p.month = $2
      and r.version = (select max(version) from plan_record where plan_id = p.id)
    order by array_position($1::uuid[], p.branch_id)`,
}

/** The newest record of each of these branches in a month, in their order; branches without one have none. */
export async function readRecordsOfMonth(
  client: Pick<pg.Pool, 'query'>,
  branchIds: readonly string[],
  month: string,
): Promise<RecordName[]> {
  const { rows } = await client.query<RecordName>({ ...newest, values: [branchIds, month] })
  return rows
}
