import type { Database } from '../db/database.ts'
import { hashPassword } from './password-hash.ts'

/** Whose password it becomes, who knows it, and which session may stay. */
export interface PasswordChange {
  personId: string
  password: string
  /** Somebody else knows it: it must be changed at the next sign-in. */
  mustChange: boolean
  keepSession: string | null
}

/** Stores a new password and ends the person's sessions (but one), in one transaction. */
export async function setPassword(
  database: Pick<Database, 'prisma'>,
  change: PasswordChange,
): Promise<void> {
  const passwordHash = await hashPassword(change.password)
  const others = change.keepSession === null ? {} : { id: { not: change.keepSession } }
  await database.prisma.$transaction([
    database.prisma.person.update({
      where: { id: change.personId },
      data: { passwordHash, mustChangePassword: change.mustChange },
    }),
    database.prisma.session.updateMany({
      where: { personId: change.personId, endedAt: null, ...others },
      data: { endedAt: new Date() },
    }),
  ])
}
