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
