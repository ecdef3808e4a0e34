import type { Database } from '../../db/database.ts'
import { OfficeRefusal } from './office-refusal.ts'

/** The id of the commune's member with this code who nobody signs in as yet. Throws `OfficeRefusal`. */
export async function findMember(
  database: Pick<Database, 'prisma'>,
  communeId: string | null,
  code: string,
): Promise<string> {
  const wanted = code.normalize('NFC').trim()
  const member = communeId
    ? await database.prisma.member.findFirst({
        where: { communeId, code: { equals: wanted, mode: 'insensitive' }, retiredAt: null },
        select: { id: true, people: { select: { username: true } } },
      })
    : null
  if (!member) throw new OfficeRefusal('unknownMember', { code: wanted })
  const [holder] = member.people
  if (holder) throw new OfficeRefusal('memberTaken', { code: wanted, username: holder.username })
  return member.id
}
