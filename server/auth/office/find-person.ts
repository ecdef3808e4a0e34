import type { Database } from '../../db/database.ts'
import { normaliseUsername } from '../username.ts'
import { OfficeRefusal } from './office-refusal.ts'

export interface FoundPerson {
  id: string
  username: string
  fullName: string
  disabledAt: Date | null
}

/** Throws `OfficeRefusal` when nobody has this user name. */
export async function findPerson(
  database: Pick<Database, 'prisma'>,
  typed: string,
): Promise<FoundPerson> {
  const username = normaliseUsername(typed)
  const person = await database.prisma.person.findUnique({
    where: { username },
    select: { id: true, username: true, fullName: true, disabledAt: true },
  })
  if (!person) throw new OfficeRefusal('unknownPerson', { username })
  return person
}
