import type { RecordProof } from '#domain/papers/paper-source.ts'
import type { MonthRecord } from '#domain/record/month-record.ts'
import type { Database } from '../db/database.ts'

/** A record as it is printed and given away. */
export interface PrintedRecord {
  branchId: string
  record: MonthRecord
  /** The canonical JSON whose SHA-256 is printed. */
  json: string
  proof: RecordProof
}

interface Row {
  branchId: string
  json: string
  sha256: string
  code: string
}

const columns = `select p.branch_id as "branchId", r.json, encode(r.sha256, 'hex') as sha256, r.code
    from plan_record r join plan p on p.id = r.plan_id`

const byId = { name: 'records-printed', text: `${columns} where r.id = $1` }

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The record of this id, or null. Asks nobody's right. `house` is the address that stands on its papers. */
export async function readPrintedRecord(
  database: Pick<Database, 'pool'>,
  house: string,
  recordId: string,
): Promise<PrintedRecord | null> {
  if (!uuidPattern.test(recordId)) return null
  const { rows } = await database.pool.query<Row>({ ...byId, values: [recordId] })
  return rows[0] ? printed(rows[0], house) : null
}

function printed({ branchId, json, sha256, code }: Row, house: string): PrintedRecord {
  const record: MonthRecord = JSON.parse(json)
  return { branchId, record, json, proof: { code, sha256, address: `${house}/v/${code}` } }
}
