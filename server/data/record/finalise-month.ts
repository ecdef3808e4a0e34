import 'server-only'
import { DomainError } from '#domain/errors.ts'
import type { RecordAct } from '#domain/record/record-act.ts'
import { can, type Place } from '#domain/rights.ts'
import type { Database } from '../../db/database.ts'
import { isRecordWritten } from '../../records/is-record-written.ts'
import { takeRecordTurn } from '../../records/record-turn.ts'
import { type PassRecord, type ReadyRecord, writeRecord } from '../../records/write-record.ts'
import { checksOf } from './checks-of.ts'
import { readCommittee } from './committee.ts'
import { type DeskAsker, deskOf } from './desk.ts'
import { makeRecord } from './make-record.ts'
import { readWholeMonth } from './month-ground.ts'

type Finalise = Extract<RecordAct, { kind: 'finalise' }>

/** How often it begins again when something changed while the record was made. */
const mostAttempts = 6

/**
 * Makes a month final, once for one record id, however often and from wherever it is asked. Everything is read, checked
 * and built first; the transaction only compares and writes. Throws `noRight`, `alreadyFinalised`, `contentChanged`,
 * `confirmPassword`, `notReady`, `meetingIncomplete`, `signInRequired` and, when others keep changing it, `serverBusy`.
 */
export async function finaliseMonth(
  database: Database,
  asker: DeskAsker,
  { planId, place }: { planId: string; place: Place },
  act: Finalise,
  pass: PassRecord = () => undefined,
): Promise<void> {
  if (!can(asker.grants, 'plan.finalise', place)) throw new DomainError('noRight')
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    if (await isRecordWritten(database.pool, planId, act.recordId, asker.personId)) return
    await pass('asked')
    const ready = await readyRecord(database, asker, place, act).catch(async (error: unknown) => {
      // The same, asked a moment earlier, may have been done since: then it is not for nothing that it is final.
      if (await isRecordWritten(database.pool, planId, act.recordId, asker.personId)) return null
      throw error
    })
    if (ready === null) return
    await pass('ready')
    if (await commit(database, asker, ready, pass)) return
  }
  throw new DomainError('serverBusy')
}

async function readyRecord(
  database: Database,
  asker: DeskAsker,
  place: Place,
  { recordId, sha256, month }: Finalise,
): Promise<ReadyRecord> {
  const ground = await readWholeMonth(database, place, month)
  if (ground.plan.status === 'finalised') throw new DomainError('alreadyFinalised')
  const desk = await deskOf(database, asker, ground)
  if (desk.contentSha256 !== sha256) throw new DomainError('contentChanged')
  if (desk.confirmedUntil === null) throw new DomainError('confirmPassword')
  const now = Date.now()
  const by = (await readCommittee(database.prisma, place, [asker.personId])).person(asker.personId)
  const checks = checksOf(ground, desk, now)
  const record = makeRecord({ id: recordId, ground, desk, checks, by, now })
  return { record, state: ground.state, place, head: ground.plan, ground: ground.ground }
}

/** False when something changed meanwhile. */
async function commit(
  database: Database,
  asker: DeskAsker,
  ready: ReadyRecord,
  pass: PassRecord,
): Promise<boolean> {
  const { planId } = ready.head
  try {
    const isWritten = await takeRecordTurn(database.pool, asker, planId, ready.place, (turn) =>
      writeRecord(turn, ready, pass),
    )
    if (isWritten) await pass('committed')
    return isWritten
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'alreadyFinalised') throw error
    // The answer to a COMMIT may have been lost on its way: whether it is written, the database knows.
    if (await isRecordWritten(database.pool, planId, ready.record.id, asker.personId)) return true
    throw error
  }
}
