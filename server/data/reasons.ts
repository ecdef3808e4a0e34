import 'server-only'
import { z } from 'zod'
import { isDay } from '#domain/days.ts'
import { DomainError } from '#domain/errors.ts'
import { reasonClasses } from '#domain/vocabulary.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { announceRoster } from '../roster/announce-roster.ts'
import { requireActor } from './current-actor.ts'
import { type Asker, seenBranch } from './seen-branch.ts'

const reasonInput = z
  .strictObject({
    kind: z.enum(reasonClasses),
    /** Calendar day, yyyy-mm-dd; null for as long as nothing else is said. */
    until: z.string().refine(isDay).nullable(),
  })
  .nullable()

/**
 * Says why a member has no group, or with null that there is no reason any more; open boards are told.
 * Throws `unknownMember`, `noRight`, and `badInput` for a class or day that does not exist.
 */
export async function setReason(memberId: string, reason: unknown): Promise<void> {
  await setReasonFor(currentDatabase(), await requireActor(), memberId, reason)
}

/** The same for somebody known. */
export async function setReasonFor(
  database: Database,
  asker: Asker,
  memberId: string,
  input: unknown,
): Promise<void> {
  const reason = reasonInput.safeParse(input)
  if (!reason.success) throw new DomainError('badInput', { field: 'reason' })
  if (!z.uuid().safeParse(memberId).success) throw new DomainError('unknownMember')
  const member = await database.prisma.member.findFirst({
    where: { id: memberId, retiredAt: null },
    select: { branchId: true },
  })
  if (!member) throw new DomainError('unknownMember')
  await seenBranch(database, asker, member.branchId, 'reason.set')
  const until = reason.data?.until ?? null
  await database.prisma.$transaction(async (tx) => {
    await tx.member.update({
      where: { id: memberId },
      data: {
        reason: reason.data?.kind ?? null,
        reasonUntil: until === null ? null : new Date(`${until}T00:00:00Z`),
      },
    })
    await announceRoster(tx, [member.branchId])
  })
}
