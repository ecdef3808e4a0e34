// What is written about finalising a month, each within the turn of whoever does it.
import { DomainError } from '#domain/errors.ts'
import type { RecordAct } from '#domain/record/record-act.ts'
import { announce } from '../db/announce.ts'
import { confirmationHolds } from './confirmation.ts'
import type { RecordTurn } from './record-turn.ts'
import { requireOpen } from './require-open.ts'
import type { SettledContent } from './settled-content.ts'

type Act<Kind extends RecordAct['kind']> = Extract<RecordAct, { kind: Kind }>

/** Out for comment, or back to drafting. The epoch stays: nothing that waits in a browser is too late. */
export async function circulate(turn: RecordTurn, { on }: Act<'circulate'>): Promise<void> {
  requireOpen(turn, 'plan.edit')
  const status = on ? 'circulating' : 'drafting'
  if (turn.plan.status === status) return
  await turn.client.query('update plan set status = $2 where id = $1', [turn.plan.planId, status])
  await turn.audit('circulate', { on })
  await turn.tell('status')
  await turn.tell('record')
}

/** Says why something stays as it is; empty words take that back. */
export async function justify(
  turn: RecordTurn,
  { checkKey, words }: Act<'justify'>,
): Promise<void> {
  requireOpen(turn, 'plan.edit')
  const { client, plan, actor } = turn
  if (words === '') {
    await client.query('delete from justification where plan_id = $1 and check_key = $2', [
      plan.planId,
      checkKey,
    ])
  } else {
    await client.query(
      `insert into justification (plan_id, check_key, words, person_id) values ($1, $2, $3, $4)
           on conflict (plan_id, check_key)
           do update set words = excluded.words, person_id = excluded.person_id, at = clock_timestamp()`,
      [plan.planId, checkKey, words, actor.personId],
    )
  }
  await turn.audit('justify', { checkKey, words })
  await turn.tell('record')
}

const meetingColumns = {
  heldOn: 'held_on',
  present: 'present',
  voters: 'voters',
  inFavour: 'in_favour',
  documentNumber: 'document_number',
} as const

/** Writes what was counted at the meeting, of what is not given nothing. */
export async function recordMeeting(turn: RecordTurn, act: Act<'meeting'>): Promise<void> {
  requireOpen(turn, 'plan.edit')
  const { client, plan, actor } = turn
  const given = Object.entries(meetingColumns).flatMap(([field, column]) => {
    const value = act[field as keyof typeof meetingColumns]
    return value === undefined ? [] : [{ field, column, value: value === '' ? null : value }]
  })
  if (given.length === 0) return
  const columns = given.map(({ column }) => column)
  await client.query(
    `insert into plan_meeting (plan_id, updated_by, ${columns.join(', ')})
     values ($1, $2, ${columns.map((_, index) => `$${index + 3}`).join(', ')})
         on conflict (plan_id) do update
         set updated_by = excluded.updated_by, updated_at = clock_timestamp(),
             ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [plan.planId, actor.personId, ...given.map(({ value }) => value)],
  )
  const detail = Object.fromEntries(given.map(({ field, value }) => [field, value]))
  await turn.audit('meeting', detail)
  await turn.tell('record')
}

/**
 * Agrees to this content, which is kept with the plan's last row that it is of, so that it can be told later what became
 * of it and who did that. It answers what one was asked.
 */
export async function signOff(
  turn: RecordTurn,
  { text, sha256 }: Pick<SettledContent, 'text' | 'sha256'>,
  seq: bigint,
): Promise<void> {
  requireOpen(turn, 'plan.edit')
  const { client, plan, actor } = turn
  await client.query(
    `insert into sign_off (plan_id, person_id, sha256, content, seq) values ($1, $2, $3, $4, $5)
         on conflict (plan_id, person_id)
         do update set sha256 = excluded.sha256, content = excluded.content, seq = excluded.seq,
                       at = clock_timestamp()`,
    [plan.planId, actor.personId, Buffer.from(sha256, 'hex'), text, String(seq)],
  )
  const answered = await client.query(
    `update notice set read_at = clock_timestamp()
      where person_id = $1 and plan_id = $2 and kind = 'signOff' and read_at is null`,
    [actor.personId, plan.planId],
  )
  if (answered.rowCount !== 0) await announce(client, { kind: 'read', personId: actor.personId })
  await turn.audit('signOff', { sha256 })
  await turn.tell('record')
}

export async function takeBackSignOff(turn: RecordTurn): Promise<void> {
  requireOpen(turn, 'plan.edit')
  const { client, plan, actor } = turn
  const { rowCount } = await client.query(
    'delete from sign_off where plan_id = $1 and person_id = $2',
    [plan.planId, actor.personId],
  )
  if (rowCount === 0) return
  await turn.audit('takeBackSignOff')
  await turn.tell('record')
}

/**
 * Notes that a browser holds work which did not arrive, or with 0 that it did. Told again with the same number it
 * changes nothing. Kept after the month is final too: that work comes late.
 */
export async function holdUnsent(
  turn: RecordTurn,
  { device, changes }: Act<'holdUnsent'>,
): Promise<void> {
  turn.require('plan.edit')
  const { client, plan, actor } = turn
  const values = [plan.planId, actor.personId, device]
  const { rowCount } =
    changes === 0
      ? await client.query(
          'delete from unsent_work where plan_id = $1 and person_id = $2 and device = $3',
          values,
        )
      : await client.query(
          `insert into unsent_work as u (plan_id, person_id, device, changes) values ($1, $2, $3, $4)
               on conflict (plan_id, person_id, device)
               do update set changes = excluded.changes, noted_at = clock_timestamp()
                where u.changes <> excluded.changes`,
          [...values, changes],
        )
  if (rowCount !== 0) await turn.tell('record')
}

/**
 * Opens a final month again for a reason; the record stays as it is. Pressed again by the same person, whose answer was
 * lost, it is done. Throws `notFinalised`, `newerRecord` and `confirmPassword`.
 */
export async function reopen(turn: RecordTurn, { recordId, reason }: Act<'reopen'>): Promise<void> {
  turn.require('plan.reopen')
  const { client, plan, actor } = turn
  const newest = await client.query<{ id: string; version: number }>(
    'select id, version from plan_record where plan_id = $1 order by version desc limit 1',
    [plan.planId],
  )
  const [record] = newest.rows
  if (record && record.id !== recordId) throw new DomainError('newerRecord')
  if (plan.status !== 'finalised' && (await didReopen(turn, recordId))) return
  if (!record || plan.status !== 'finalised') throw new DomainError('notFinalised')
  if (!confirmationHolds(turn)) throw new DomainError('confirmPassword')
  await client.query(
    'insert into plan_reopening (record_id, reason, person_id, at) values ($1, $2, $3, clock_timestamp())',
    [recordId, reason, actor.personId],
  )
  await client.query(`update plan set status = 'drafting', epoch = epoch + 1 where id = $1`, [
    plan.planId,
  ])
  await turn.audit('reopen', { recordId, version: record.version, reason })
  await turn.tell('status')
  await turn.tell('record')
}

async function didReopen({ client, actor }: RecordTurn, recordId: string): Promise<boolean> {
  const text = 'select 1 from plan_reopening where record_id = $1 and person_id = $2'
  return (await client.query(text, [recordId, actor.personId])).rowCount === 1
}
