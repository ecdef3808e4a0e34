import type pg from 'pg'
import { DomainError } from '#domain/errors.ts'
import { inTransaction } from '../db/transaction.ts'

/**
 * Did this person make this record of this plan? Waits for whoever holds the plan's row, which may be the very attempt
 * whose answer was lost. Throws `badInput` when the id is another record's.
 */
export async function isRecordWritten(
  pool: pg.Pool,
  planId: string,
  recordId: string,
  personId: string,
): Promise<boolean> {
  const record = await inTransaction(pool, '', async (client) => {
    await client.query('select 1 from plan where id = $1 for no key update', [planId])
    const text = 'select plan_id as "planId", finalised_by as "by" from plan_record where id = $1'
    return (await client.query<{ planId: string; by: string }>(text, [recordId])).rows[0]
  })
  if (record && (record.planId !== planId || record.by !== personId)) {
    throw new DomainError('badInput', { field: 'recordId' })
  }
  return record !== undefined
}
