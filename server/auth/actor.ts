import type { Grant } from '#domain/rights.ts'
import type { Database } from '../db/database.ts'
import { readEnv } from '../env.ts'
import { findEnvelope, openEnvelope } from './envelope.ts'
import { hashSessionToken } from './session-token.ts'
import { touchSession } from './touch-session.ts'

/** Someone who is signed in at this moment, and what they are where. */
export interface Actor {
  personId: string
  sessionId: string
  /** Both limits of the session together; it moves on while the session is used. */
  sessionExpiresAt: Date
  username: string
  fullName: string
  memberId: string | null
  /** The password was given by someone else: nothing but changing it is open, and `grants` is empty. */
  mustChangePassword: boolean
  grants: Grant[]
}

interface ActorRow extends Omit<Actor, 'sessionExpiresAt'> {
  expiresAt: Date
  untouchedSince: Date
}

const readByToken = {
  name: 'auth-read-actor',
  text: `
    select s.id as "sessionId", s.expires_at as "expiresAt", s.seen_at as "untouchedSince",
           p.id as "personId", p.username, p.full_name as "fullName", p.member_id as "memberId",
           p.must_change_password as "mustChangePassword",
           coalesce((select json_agg(json_build_object('role', r.role, 'unitId', r.unit_id)
                                     order by r.unit_id, r.role)
                       from role r where r.person_id = p.id), '[]'::json) as grants
      from session s join person p on p.id = s.person_id
     where s.token_hash = $1 and s.ended_at is null and s.expires_at > now() and p.disabled_at is null`,
}

/**
 * Who sent this Cookie header? Looked up at every request and every upgrade, so that an ended session, an
 * expired one and a disabled person are nobody at once. Null for nobody, whatever the header holds; throws
 * only when the database does not answer. `secret` is the server's AUTH_SECRET unless one is given.
 */
export async function readActor(
  database: Pick<Database, 'pool'>,
  cookieHeader: string | undefined,
  secret?: string,
): Promise<Actor | null> {
  const sealed = findEnvelope(cookieHeader)
  if (!sealed) return null
  const token = await openEnvelope(sealed, secret ?? readEnv().AUTH_SECRET)
  return token ? actorOfToken(database, token) : null
}

/** The same for a token that was taken out of its envelope already. */
export async function actorOfToken(
  database: Pick<Database, 'pool'>,
  token: string,
): Promise<Actor | null> {
  const found = await database.pool.query<ActorRow>({
    ...readByToken,
    values: [hashSessionToken(token)],
  })
  const row = found.rows[0]
  if (!row) return null
  const { expiresAt, untouchedSince, ...person } = row
  const sessionExpiresAt =
    (await touchSession(database, person.sessionId, untouchedSince)) ?? expiresAt
  return { ...person, sessionExpiresAt, grants: person.mustChangePassword ? [] : person.grants }
}
