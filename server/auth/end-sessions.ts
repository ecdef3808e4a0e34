import type { Database } from '../db/database.ts'
import { hashSessionToken } from './session-token.ts'

type Pool = Pick<Database, 'pool'>

/** Ends one session. Its open sockets follow the row (the database tells them in the same transaction). */
export async function endSession(database: Pool, sessionId: string): Promise<void> {
  await database.pool.query(
    'update session set ended_at = now() where id = $1 and ended_at is null',
    [sessionId],
  )
}

/** The same for the holder of a token, whoever it is. */
export async function endSessionOfToken(database: Pool, token: string): Promise<void> {
  await database.pool.query(
    'update session set ended_at = now() where token_hash = $1 and ended_at is null',
    [hashSessionToken(token)],
  )
}

/** Ends all sessions of a person, or all but one, and returns how many were alive. */
export async function endSessions(
  database: Pool,
  personId: string,
  except: string | null = null,
): Promise<number> {
  const ended = await database.pool.query(
    `update session set ended_at = now()
      where person_id = $1 and ended_at is null and expires_at > now() and id is distinct from $2`,
    [personId, except],
  )
  return ended.rowCount ?? 0
}
