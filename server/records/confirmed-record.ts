import type pg from 'pg'

/** What a code on a paper stands for, as anybody may know it who holds the paper: nobody's name and no figure. */
export interface ConfirmedRecord {
  branchName: string
  month: string
  version: number
  sha256: string
  finalisedAt: Date
  /** Of the same month, when it is not this one. */
  newest: number
  /** Opened again after this version, and not final anew. */
  isOpenAgain: boolean
}

const byCode = {
  name: 'records-confirmed',
  text: `
    select r.json::jsonb #>> '{content,branch,name}' as "branchName", p.month, r.version,
           encode(r.sha256, 'hex') as sha256, r.finalised_at as "finalisedAt",
           (select max(version) from plan_record where plan_id = p.id) as newest,
           p.status <> 'finalised' as "isOpenAgain"
    from plan_record r join plan p on p.id = r.plan_id where r.code = $1`,
}

/** The record of a code as domain/papers/record-proof.ts reads it off a paper; null when there is none. */
export async function readConfirmedRecord(
  client: Pick<pg.Pool, 'query'>,
  code: string,
): Promise<ConfirmedRecord | null> {
  const { rows } = await client.query<ConfirmedRecord>({ ...byCode, values: [code] })
  return rows[0] ?? null
}
