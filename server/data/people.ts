import 'server-only'
import type { RoleName } from '#domain/vocabulary.ts'
import { currentDatabase } from '../db/database.ts'
import { signedInActor } from './current-actor.ts'

/** What the asker may know of their own entry. */
export interface AccountView {
  username: string
  fullName: string
  memberCode: string | null
  mustChangePassword: boolean
  roles: { role: RoleName; unitName: string }[]
}

/** The asker's own account, or null when nobody is signed in. */
export async function readMyAccount(): Promise<AccountView | null> {
  const actor = await signedInActor()
  if (!actor) return null
  const person = await currentDatabase().prisma.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: {
      username: true,
      fullName: true,
      mustChangePassword: true,
      member: { select: { code: true } },
      roles: {
        select: { role: true, unit: { select: { name: true } } },
        orderBy: [{ unit: { position: 'asc' } }, { role: 'asc' }],
      },
    },
  })
  return {
    username: person.username,
    fullName: person.fullName,
    mustChangePassword: person.mustChangePassword,
    memberCode: person.member?.code ?? null,
    roles: person.roles.map(({ role, unit }) => ({ role, unitName: unit.name })),
  }
}
