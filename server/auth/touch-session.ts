import type { Database } from '../db/database.ts'
import { sessionLife } from './session-life.ts'

const touch = {
  name: 'auth-touch-session',
  text: `
    update session
       set seen_at = now(),
           expires_at = least(created_at + $2 * interval '1 second', now() + $3 * interval '1 second')
     where id = $1 and seen_at < now() - $4 * interval '1 second'
       and ended_at is null and expires_at > now()
    returning expires_at as "expiresAt"`,
}

const touchMany = {
  name: 'auth-touch-sessions',
  text: `
    with used as (
      select id from session
       where id = any ($1::uuid[]) and seen_at < now() - $4 * interval '1 second'
         and ended_at is null and expires_at > now()
         for no key update skip locked)
    update session s
       set seen_at = now(),
           expires_at = least(s.created_at + $2 * interval '1 second', now() + $3 * interval '1 second')
      from used where s.id = used.id`,
}

/**
 * The same for many at once, in one statement: after a restart everybody's minute is over at the same moment.
 * It waits for no row, so it stands in no ring of waiting with whoever ends several sessions; a row that is held
 * has its turn another minute.
 */
export async function touchSessions(
  { pool }: Pick<Database, 'pool'>,
  sessionIds: readonly string[],
): Promise<void> {
  const { absolute, idle, touchEvery } = sessionLife
  await pool.query({ ...touchMany, values: [sessionIds, absolute, idle, touchEvery] })
}

/**
 * Tells that a session is in use: by a request, or by a write on its socket. Writes at most once a minute
 * and returns the new end then, null when nothing was written. `seenAt`, when known, saves the question.
 */
export async function touchSession(
  database: Pick<Database, 'pool'>,
  sessionId: string,
  seenAt?: Date,
): Promise<Date | null> {
  const { absolute, idle, touchEvery } = sessionLife
  if (seenAt && Date.now() - seenAt.getTime() < touchEvery * 1000) return null
  const touched = await database.pool.query<{ expiresAt: Date }>({
    ...touch,
    values: [sessionId, absolute, idle, touchEvery],
  })
  return touched.rows[0]?.expiresAt ?? null
}
