import type { Database } from '../db/database.ts'
import { describeDevice } from './device.ts'
import { sessionLife } from './session-life.ts'
import { hashSessionToken, newSessionToken } from './session-token.ts'

const insert = `
  insert into session (id, token_hash, person_id, device, seen_at, expires_at)
  values (gen_random_uuid(), $1, $2, $3, now(), now() + $4 * interval '1 second')`

/** Writes the row of a new session and returns its secret, which is kept nowhere else. */
export async function beginSession(
  database: Pick<Database, 'pool'>,
  personId: string,
  userAgent: string | undefined,
): Promise<string> {
  const token = newSessionToken()
  const first = Math.min(sessionLife.idle, sessionLife.absolute)
  await database.pool.query(insert, [
    hashSessionToken(token),
    personId,
    describeDevice(userAgent),
    first,
  ])
  return token
}
