import type { Prisma } from '../db/generated/client.ts'
import type { RosterChanges } from './compare-roster.ts'

/**
 * What the lists no longer hold leaves the board and stays in the database, with the day it left: plans of
 * earlier months still name it. Groups without a household go with them.
 */
export async function retire(
  tx: Prisma.TransactionClient,
  communeId: string,
  { members, households }: Pick<RosterChanges, 'members' | 'households'>,
): Promise<void> {
  const retiredAt = new Date()
  await tx.member.updateMany({
    where: { id: { in: members.missing.map(({ id }) => id) } },
    data: { retiredAt },
  })
  await tx.household.updateMany({
    where: { id: { in: households.missing.map(({ id }) => id) } },
    data: { retiredAt },
  })
  await tx.householdGroup.updateMany({ where: emptyGroups(communeId), data: { retiredAt } })
}

/** Groups still on the board in which no household is left. */
export function emptyGroups(communeId: string): Prisma.HouseholdGroupWhereInput {
  return { retiredAt: null, hamlet: { communeId }, households: { none: { retiredAt: null } } }
}
