import 'server-only'
import { headers } from 'next/headers'
import { z } from 'zod'
import { DomainError } from '#domain/errors.ts'
import type { Actor } from '../../auth/actor.ts'
import { attemptLimits } from '../../auth/attempt-limits.ts'
import { addressOf } from '../../auth/next-auth.ts'
import { verifyPassword } from '../../auth/password-hash.ts'
import { longestPassword } from '../../auth/password-rules.ts'
import type { Database } from '../../db/database.ts'
import { confirmedUntil } from '../../records/confirmation.ts'

const given = z.object({ password: z.string().max(4 * longestPassword) })

/**
 * Somebody who is signed in proves with the password that it is still them; until when that holds comes back. Wrong
 * tries count as at the sign-in. Throws `badInput`, `wrongPassword`, `tooManyAttempts` and `signInRequired`.
 */
export async function confirmMyPassword(
  database: Database,
  actor: Actor,
  input: unknown,
): Promise<{ ok: true; until: string }> {
  return confirmPassword(
    database,
    actor,
    input,
    addressOf((await headers()).get('x-forwarded-for')),
  )
}

/** The same from an address. */
export async function confirmPassword(
  database: Database,
  { personId, sessionId, username }: Pick<Actor, 'personId' | 'sessionId' | 'username'>,
  input: unknown,
  address: string,
): Promise<{ ok: true; until: string }> {
  const read = given.safeParse(input)
  if (!read.success) throw new DomainError('badInput', { field: 'password' })
  const { passwordHash } = await database.prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: { passwordHash: true },
  })
  const counted = await attemptLimits(database).count(username, address)
  if (!(await verifyPassword(passwordHash, read.data.password))) {
    throw new DomainError('wrongPassword')
  }
  await counted.forgive()
  const confirmed = await database.pool.query<{ at: Date }>(
    `update session set confirmed_at = clock_timestamp()
      where id = $1 and person_id = $2 and ended_at is null returning confirmed_at as at`,
    [sessionId, personId],
  )
  const at = confirmed.rows[0]?.at
  if (!at) throw new DomainError('signInRequired')
  return { ok: true, until: confirmedUntil(at).toISOString() }
}
