import type pg from 'pg'
import { DomainError } from '#domain/errors.ts'
import { type Action, can, type Grant, type Place } from '#domain/rights.ts'
import { announce } from '../db/announce.ts'
import { inTransaction } from '../db/transaction.ts'
import { type HeadRow, selectHead, toHead } from '../log/plan-head-row.ts'
import type { PlanHead } from '../log/plan-log.ts'

/** Who acts on a month. Rights are not part of it: they are read again in the act's own transaction. */
export interface RecordActor {
  personId: string
  sessionId: string
}

/** One act's turn at finalising a month: nothing is written to the plan and nobody else acts until its transaction ends. */
export interface RecordTurn {
  readonly client: pg.PoolClient
  /** As it stands now that it is locked. */
  readonly plan: PlanHead
  readonly actor: RecordActor
  /** When the actor last gave the password, and what time it is for the database. */
  readonly confirmedAt: Date
  readonly now: Date
  /** Throws `noRight`. */
  require(action: Action): void
  /** Keeps what was done, with the commit. */
  audit(what: string, detail?: Readonly<Record<string, unknown>>): Promise<void>
  /** Open pages hear of it with the commit. */
  tell(what: 'record' | 'status' | 'comments'): Promise<void>
}

const lock = { name: 'record-lock', text: `${selectHead} where id = $1 for no key update` }

// Read when the plan's row is held. Whoever takes a right away raises a number in that row in the same transaction
// (migration 0007), and so has committed before this statement began, or waits for this turn to end.
const readStanding = {
  name: 'record-standing',
  text: `
  select greatest(s.created_at, s.confirmed_at) as "confirmedAt", clock_timestamp() as now,
         coalesce((select json_agg(json_build_object('role', r.role, 'unitId', r.unit_id))
                     from role r where r.person_id = p.id), '[]'::json) as grants
    from session s join person p on p.id = s.person_id
   where s.id = $1 and p.id = $2 and s.ended_at is null and s.expires_at > clock_timestamp()
     and p.disabled_at is null and not p.must_change_password`,
}

interface Standing {
  confirmedAt: Date
  now: Date
  grants: Grant[]
}

/**
 * Locks the plan's row first and reads session and rights afterwards, then does the work and commits. A DomainError
 * that the work throws undoes all of it. Throws `noSuchPlan` and `signInRequired`.
 */
export async function takeRecordTurn<T>(
  pool: pg.Pool,
  actor: RecordActor,
  planId: string,
  place: Place,
  work: (turn: RecordTurn) => Promise<T>,
): Promise<T> {
  const done = await inTransaction(pool, '', async (client) => {
    try {
      return { answer: await work(await beginTurn(client, actor, planId, place)) }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      // Expected: the connection is as good as before.
      await client.query('rollback')
      return { refusal: error }
    }
  })
  if ('refusal' in done) throw done.refusal
  return done.answer
}

async function beginTurn(
  client: pg.PoolClient,
  actor: RecordActor,
  planId: string,
  place: Place,
): Promise<RecordTurn> {
  const locked = await client.query<HeadRow>({ ...lock, values: [planId] })
  if (!locked.rows[0]) throw new DomainError('noSuchPlan')
  const plan = toHead(locked.rows[0])
  const values = [actor.sessionId, actor.personId]
  const standing = (await client.query<Standing>({ ...readStanding, values })).rows[0]
  if (!standing) throw new DomainError('signInRequired')
  const { grants, confirmedAt, now } = standing
  return {
    client,
    plan,
    actor,
    confirmedAt,
    now,
    require: (action) => {
      if (!can(grants, action, place)) throw new DomainError('noRight')
    },
    audit: async (what, detail = {}) => {
      await client.query(
        'insert into audit_entry (person_id, plan_id, what, detail) values ($1, $2, $3, $4)',
        [actor.personId, planId, what, JSON.stringify(detail)],
      )
    },
    tell: (what) => announce(client, { kind: 'changed', what, branchIds: [plan.branchId] }),
  }
}
