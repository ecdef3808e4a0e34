import { randomBytes } from 'node:crypto'
import { DomainError } from '#domain/errors.ts'
import type { Database } from '../db/database.ts'
import { attemptLimits } from './attempt-limits.ts'
import { beginSession } from './begin-session.ts'
import { endSessionOfToken } from './end-sessions.ts'
import { findEnvelope, openEnvelope } from './envelope.ts'
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts'
import { longestPassword } from './password-rules.ts'
import { normaliseUsername } from './username.ts'

/** What came through one of the two doors: the form's action, or next-auth's callback. */
export interface SignInTry {
  username: string
  password: string
  /** Where it came from, as the front filter tells. */
  address: string
  userAgent: string | undefined
  /** The Cookie header: a session that this browser still holds ends with the new one. */
  cookieHeader: string | undefined
}

/**
 * Checks a name and a password and begins a session; returns its token for the cookie. Throws
 * `wrongPassword` for an unknown name, a wrong password and a disabled person alike, after the same work;
 * `tooManyAttempts` before any of it; `serverBusy`.
 */
export async function signIn(
  database: Pick<Database, 'pool'>,
  attempt: SignInTry,
  secret: string,
): Promise<string> {
  const username = normaliseUsername(attempt.username)
  if (username.length > 64 || attempt.password.length > 4 * longestPassword) {
    throw new DomainError('wrongPassword')
  }
  const counted = await attemptLimits(database).count(username, attempt.address)
  const person = await findPerson(database, username)
  const right = await verifyPassword(person?.passwordHash ?? (await decoy()), attempt.password)
  if (!person || person.disabled || !right) throw new DomainError('wrongPassword')

  await counted.forgive()
  if (isOutdated(person.passwordHash)) await renewHash(database, person.id, attempt.password)
  await endFormerSession(database, attempt.cookieHeader, secret)
  return beginSession(database, person.id, attempt.userAgent)
}

interface Found {
  id: string
  passwordHash: string
  disabled: boolean
}

async function findPerson(
  database: Pick<Database, 'pool'>,
  username: string,
): Promise<Found | undefined> {
  const found = await database.pool.query<Found>(
    `select id, password_hash as "passwordHash", disabled_at is not null as disabled
       from person where username = $1`,
    [username],
  )
  return found.rows[0]
}

async function renewHash(
  database: Pick<Database, 'pool'>,
  personId: string,
  password: string,
): Promise<void> {
  const passwordHash = await hashPassword(password)
  await database.pool.query('update person set password_hash = $2 where id = $1', [
    personId,
    passwordHash,
  ])
}

async function endFormerSession(
  database: Pick<Database, 'pool'>,
  cookieHeader: string | undefined,
  secret: string,
): Promise<void> {
  const sealed = findEnvelope(cookieHeader)
  const token = sealed ? await openEnvelope(sealed, secret) : null
  if (token) await endSessionOfToken(database, token)
}

let decoyHash: Promise<string> | undefined

/** A hash that no password opens, so that an unknown name costs what a known one does. */
function decoy(): Promise<string> {
  decoyHash ??= hashPassword(randomBytes(24).toString('base64url'))
  decoyHash.catch(() => {
    decoyHash = undefined
  })
  return decoyHash
}
