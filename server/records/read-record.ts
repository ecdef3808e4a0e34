import type pg from 'pg'
import type { MonthRecord } from '#domain/record/month-record.ts'

/** A finalised version as it is kept. */
export interface StoredRecord {
  id: string
  planId: string
  branchId: string
  month: string
  version: number
  /** Canonical JSON; its SHA-256 is `sha256`. */
  json: string
  sha256: string
  contentSha256: string
  code: string
  finalisedAt: Date
  finalisedBy: string
  /** Null unless the month was opened again after this version. */
  reopened: { at: Date; reason: string; personId: string } | null
}

interface Row extends Omit<StoredRecord, 'reopened'> {
  reopenedAt: Date | null
  reason: string | null
  reopenedBy: string | null
}

const columns = (json: string) => `
  select r.id, r.plan_id as "planId", p.branch_id as "branchId", p.month, r.version, ${json} as json,
         encode(r.sha256, 'hex') as sha256, encode(r.content_sha256, 'hex') as "contentSha256", r.code,
         r.finalised_at as "finalisedAt", r.finalised_by as "finalisedBy",
         o.at as "reopenedAt", o.reason, o.person_id as "reopenedBy"
    from plan_record r join plan p on p.id = r.plan_id left join plan_reopening o on o.record_id = r.id`

/** One version by its id, or null. Whoever calls it asks whether it may be seen. */
export async function readStoredRecord(
  client: Pick<pg.Pool, 'query'>,
  id: string,
): Promise<StoredRecord | null> {
  return first(await client.query<Row>(`${columns('r.json')} where r.id = $1`, [id]))
}

/** A version of a month, or its newest; null when it was never finalised, or not so often. */
export async function readRecordOfMonth(
  client: Pick<pg.Pool, 'query'>,
  branchId: string,
  month: string,
  version: number | null = null,
): Promise<StoredRecord | null> {
  const text = `${columns('r.json')} where p.branch_id = $1 and p.month = $2
    and ($3::int is null or r.version = $3) order by r.version desc limit 1`
  return first(await client.query<Row>(text, [branchId, month, version]))
}

/** All versions of a plan, newest first, without what they say. */
export async function readRecordHeads(
  client: Pick<pg.Pool, 'query'>,
  planId: string,
): Promise<Omit<StoredRecord, 'json'>[]> {
  const text = `${columns("''")} where r.plan_id = $1 order by r.version desc`
  return (await client.query<Row>(text, [planId])).rows.map(toRecord)
}

/** What a stored record says. It was written by this program and never changed since. */
export function parseRecord({ json }: Pick<StoredRecord, 'json'>): MonthRecord {
  return JSON.parse(json) as MonthRecord
}

function first({ rows }: pg.QueryResult<Row>): StoredRecord | null {
  return rows[0] ? toRecord(rows[0]) : null
}

function toRecord({ reopenedAt, reason, reopenedBy, ...row }: Row): StoredRecord {
  const reopened =
    reopenedAt === null || reason === null || reopenedBy === null
      ? null
      : { at: reopenedAt, reason, personId: reopenedBy }
  return { ...row, reopened }
}
