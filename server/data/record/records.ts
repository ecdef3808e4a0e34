import 'server-only'
import { DomainError } from '#domain/errors.ts'
import type { MonthRecord } from '#domain/record/month-record.ts'
import type { Database } from '../../db/database.ts'
import {
  parseRecord,
  readRecordOfMonth,
  readStoredRecord,
  type StoredRecord,
} from '../../records/read-record.ts'
import { requireMonth } from '../advice/require-month.ts'
import { type Asker, seenBranch } from '../seen-branch.ts'

/** A record as it is kept and what it says. */
export interface SeenRecord {
  stored: StoredRecord
  record: MonthRecord
}

/**
 * A finalised version by its id, for somebody who may look at the branch's plans. Throws `unknownRecord`, which is also
 * what somebody hears who may not, and `badInput`.
 */
export async function recordFor(
  database: Database,
  asker: Asker,
  recordId: string,
): Promise<SeenRecord> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(recordId)) {
    throw new DomainError('badInput', { field: 'record' })
  }
  const stored = await readStoredRecord(database.pool, recordId)
  if (!stored) throw new DomainError('unknownRecord')
  await seenBranch(database, asker, stored.branchId, 'plan.view').catch((error: unknown) => {
    throw error instanceof DomainError ? new DomainError('unknownRecord') : error
  })
  return { stored, record: parseRecord(stored) }
}

/** A version of a month, or its newest. Throws `badMonth`, `unknownUnit`, `noRight` and `unknownRecord`. */
export async function recordOfMonthFor(
  database: Database,
  asker: Asker,
  branchId: string,
  month: string,
  version: number | null = null,
): Promise<SeenRecord> {
  requireMonth(month)
  await seenBranch(database, asker, branchId, 'plan.view')
  const stored = await readRecordOfMonth(database.pool, branchId, month, version)
  if (!stored) throw new DomainError('unknownRecord')
  return { stored, record: parseRecord(stored) }
}
