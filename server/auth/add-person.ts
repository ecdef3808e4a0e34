import { DomainError } from '#domain/errors.ts'
import type { Grant } from '#domain/rights.ts'
import type { Database } from '../db/database.ts'
import { isDuplicate } from './duplicate.ts'
import { hashPassword } from './password-hash.ts'
import { newUsername } from './username.ts'

/** Someone to be let in. Units and member are ids that were looked up before. */
export interface NewPerson {
  username: string
  fullName: string
  password: string
  /** True for a password that somebody else has seen: it opens nothing but the page that changes it. */
  mustChangePassword: boolean
  memberId: string | null
  grants: readonly Grant[]
}

/**
 * Adds a person with their roles, all or nothing. Throws `badUsername`, `badInput` for an empty name, and
 * `usernameTaken`. The password's rules are asked by whoever lets people choose one (password-rules.ts).
 */
export async function addPerson(
  database: Pick<Database, 'prisma'>,
  person: NewPerson,
): Promise<{ personId: string }> {
  const username = newUsername(person.username)
  const fullName = person.fullName.normalize('NFC').trim()
  if (fullName === '' || fullName.length > 100) throw new DomainError('badInput')
  const passwordHash = await hashPassword(person.password)
  try {
    const created = await database.prisma.person.create({
      data: {
        username,
        fullName,
        passwordHash,
        mustChangePassword: person.mustChangePassword,
        memberId: person.memberId,
        roles: { create: person.grants.map(({ role, unitId }) => ({ role, unitId })) },
      },
      select: { id: true },
    })
    return { personId: created.id }
  } catch (error) {
    if (isDuplicate(error)) throw new DomainError('usernameTaken', { username })
    throw error
  }
}
