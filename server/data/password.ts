import 'server-only'
import { headers } from 'next/headers'
import { z } from 'zod'
import { DomainError } from '#domain/errors.ts'
import { attemptLimits } from '../auth/attempt-limits.ts'
import { addressOf } from '../auth/next-auth.ts'
import { verifyPassword } from '../auth/password-hash.ts'
import { checkPassword } from '../auth/password-rules.ts'
import { setPassword } from '../auth/set-password.ts'
import { currentDatabase } from '../db/database.ts'
import { signedInActor } from './current-actor.ts'

const passwordForm = z.object({
  /** Not asked for right after signing in with a password that had to be changed. */
  current: z.string().max(1000).default(''),
  next: z.string().max(1000),
  again: z.string().max(1000),
})

/**
 * Changes the asker's password and ends their other sessions. Throws `signInRequired`, `wrongPassword`,
 * `tooManyAttempts`, `passwordsDiffer`, `passwordUnchanged` and what `checkPassword` throws.
 */
export async function changeMyPassword(form: unknown): Promise<void> {
  const actor = await signedInActor()
  if (!actor) throw new DomainError('signInRequired')
  const parsed = passwordForm.safeParse(form)
  if (!parsed.success) throw new DomainError('badInput')
  const { current, next, again } = parsed.data
  if (next.normalize('NFC') !== again.normalize('NFC')) throw new DomainError('passwordsDiffer')
  checkPassword(next, [actor.username, actor.fullName])

  const database = currentDatabase()
  const { passwordHash } = await database.prisma.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: { passwordHash: true },
  })
  if (!actor.mustChangePassword) {
    const address = addressOf((await headers()).get('x-forwarded-for'))
    const counted = await attemptLimits(database).count(actor.username, address)
    if (!(await verifyPassword(passwordHash, current))) throw new DomainError('wrongPassword')
    await counted.forgive()
  }
  if (await verifyPassword(passwordHash, next)) throw new DomainError('passwordUnchanged')
  await setPassword(database, {
    personId: actor.personId,
    password: next,
    mustChange: false,
    keepSession: actor.sessionId,
  })
}
