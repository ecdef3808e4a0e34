// The one door through which anything is done about finalising a month.
import 'server-only'
import { DomainError } from '#domain/errors.ts'
import { type RecordAct, recordActSchema } from '#domain/record/record-act.ts'
import type { Place } from '#domain/rights.ts'
import type { Database } from '../../db/database.ts'
import { inviteSignOff } from '../../records/invite-sign-off.ts'
import {
  circulate,
  holdUnsent,
  justify,
  recordMeeting,
  reopen,
  signOff,
  takeBackSignOff,
} from '../../records/plan-acts.ts'
import { type RecordTurn, takeRecordTurn } from '../../records/record-turn.ts'
import { keepDeskPace } from '../advice/pace.ts'
import { seenBranch } from '../seen-branch.ts'
import type { DeskAsker } from './desk.ts'
import { finaliseMonth } from './finalise-month.ts'
import { findMonth, readMonthGround } from './month-ground.ts'
import { settleLate } from './settle-late.ts'

type PlanAct = Exclude<RecordAct, { kind: 'settleLate' }>

/** Does what a request asks for, so many times a minute. Throws `tooFast` too. */
export async function answerRecordAct(
  database: Database,
  asker: DeskAsker,
  input: unknown,
): Promise<{ ok: true }> {
  // Counted before it is looked at: nonsense costs its sender as much as sense.
  await keepDeskPace(database, asker.personId)
  return takeRecordAct(database, asker, input)
}

/** Does one act; nothing of it stays when it throws a DomainError. */
export async function takeRecordAct(
  database: Database,
  asker: DeskAsker,
  input: unknown,
): Promise<{ ok: true }> {
  const act = readRecordAct(input)
  if (act.kind === 'settleLate') {
    await settleLate(database, asker, act)
    return { ok: true }
  }
  // Whoever may not even look learns nothing of the plan, not whether it exists.
  const place = await seenBranch(database, asker, act.branchId, 'plan.view')
  const { planId } = await findMonth(database, act.branchId, act.month)
  await carryOut(database, asker, { planId, place }, act)
  return { ok: true }
}

/** Throws `badInput` with the field. */
export function readRecordAct(input: unknown): RecordAct {
  const read = recordActSchema.safeParse(input)
  if (read.success) return read.data
  const field = String(read.error.issues[0]?.path[0] ?? 'kind').slice(0, 40)
  throw new DomainError('badInput', { field })
}

function carryOut(
  database: Database,
  asker: DeskAsker,
  month: { planId: string; place: Place },
  act: PlanAct,
): Promise<void> {
  const turn = (work: (turn: RecordTurn) => Promise<void>) =>
    takeRecordTurn(database.pool, asker, month.planId, month.place, work)
  switch (act.kind) {
    case 'circulate':
      return turn((mine) => circulate(mine, act))
    case 'justify':
      return turn((mine) => justify(mine, act))
    case 'meeting':
      return turn((mine) => recordMeeting(mine, act))
    case 'signOff':
      return signOffContent(database, asker, month, act)
    case 'inviteSignOff':
      return inviteToContent(database, asker, month, act)
    case 'takeBackSignOff':
      return turn(takeBackSignOff)
    case 'finalise':
      return finaliseMonth(database, asker, month, act)
    case 'reopen':
      return turn((mine) => reopen(mine, act))
    case 'holdUnsent':
      return turn((mine) => holdUnsent(mine, act))
  }
}

/** The content is read before the turn. Throws `contentChanged` when it is not the one that the asker looked at. */
async function signOffContent(
  database: Database,
  asker: DeskAsker,
  { planId, place }: { planId: string; place: Place },
  { month, sha256 }: Extract<RecordAct, { kind: 'signOff' }>,
): Promise<void> {
  const { settled, plan } = await readMonthGround(database, place, month)
  if (settled.sha256 !== sha256) throw new DomainError('contentChanged')
  await takeRecordTurn(database.pool, asker, planId, place, (turn) =>
    signOff(turn, settled, plan.seq),
  )
}

/** Whoever is asked looks at what there is then: the content need not be the one that the asker sees. */
async function inviteToContent(
  database: Database,
  asker: DeskAsker,
  { planId, place }: { planId: string; place: Place },
  { month, personId }: Extract<RecordAct, { kind: 'inviteSignOff' }>,
): Promise<void> {
  const { sha256 } = (await readMonthGround(database, place, month)).settled
  await takeRecordTurn(database.pool, asker, planId, place, (turn) =>
    inviteSignOff(turn, place, { personId, sha256 }),
  )
}
