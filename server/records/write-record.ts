import { createHash } from 'node:crypto'
import { DomainError } from '#domain/errors.ts'
import { canonicalJson } from '#domain/record/canonical-json.ts'
import type { MonthRecord } from '#domain/record/month-record.ts'
import type { Place } from '#domain/rights.ts'
import type { PlanHead } from '../log/plan-log.ts'
import { confirmationHolds } from './confirmation.ts'
import { recordCode } from './record-code.ts'
import { type RecordGround, readGround } from './record-ground.ts'
import type { RecordTurn } from './record-turn.ts'
import { writeFigures } from './write-figures.ts'
import { writeRecordRows } from './write-record-rows.ts'

/** A record that is ready to be written, and everything that must still be so when it is. */
export interface ReadyRecord {
  record: MonthRecord
  /** The document as one update. */
  state: Uint8Array
  place: Place
  head: PlanHead
  ground: RecordGround
}

/** The places that finalising passes: its record is not there yet; everything is read and built; the plan is locked; it is as it was; written; final. */
export const recordPoints = [
  'asked',
  'ready',
  'locked',
  'compared',
  'written',
  'committed',
] as const
export type RecordPoint = (typeof recordPoints)[number]
/** Told when it passes one, so that a test can stop or end the process exactly there. */
export type PassRecord = (point: RecordPoint) => void | Promise<void>

/**
 * Makes the month final, in the caller's turn: the plan is locked, so that nothing is committed to it any more until
 * this is. False when something is not as it was when the record was made; then nothing is written. Throws `noRight`,
 * `alreadyFinalised` and `confirmPassword`.
 */
export async function writeRecord(
  turn: RecordTurn,
  ready: ReadyRecord,
  pass: PassRecord,
): Promise<boolean> {
  await pass('locked')
  turn.require('plan.finalise')
  if (turn.plan.status === 'finalised') throw new DomainError('alreadyFinalised')
  if (!confirmationHolds(turn)) throw new DomainError('confirmPassword')
  if (!(await isStillSo(turn, ready))) return false
  await pass('compared')
  await write(turn, ready)
  await pass('written')
  return true
}

async function isStillSo(
  { client, plan }: RecordTurn,
  { head, ground, place }: ReadyRecord,
): Promise<boolean> {
  if (plan.epoch !== head.epoch || plan.status !== head.status || plan.seq !== head.seq)
    return false
  const now = await readGround(client, place, plan.planId)
  return now.roster === ground.roster && now.desk === ground.desk
}

async function write(turn: RecordTurn, { record, state, head }: ReadyRecord): Promise<void> {
  const { client, actor, plan } = turn
  const json = canonicalJson(record)
  const sha256 = createHash('sha256').update(json).digest()
  await client.query(
    `insert into plan_record (id, plan_id, version, epoch, seq, json, sha256, content_sha256, code, state,
                              finalised_by, finalised_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      record.id,
      plan.planId,
      record.version,
      head.epoch,
      String(head.seq),
      json,
      sha256,
      Buffer.from(record.contentSha256, 'hex'),
      recordCode(sha256),
      Buffer.from(state.buffer, state.byteOffset, state.byteLength),
      actor.personId,
      record.finalised.at,
    ],
  )
  await writeRecordRows(client, record)
  await writeFigures(client, plan.planId, head.seq, record.figures)
  await client.query(`update plan set status = 'finalised', epoch = epoch + 1 where id = $1`, [
    plan.planId,
  ])
  const { id, version } = record
  await turn.audit('finalise', { recordId: id, version, sha256: sha256.toString('hex') })
  await turn.tell('status')
  await turn.tell('record')
}
