// The stage of tests of rights: a plan, somebody who will lose the right to it, and a witness in the database.
import { shiftMonth } from '#domain/months.ts'
import { formatRoom } from '#domain/rooms.ts'
import type { Stage } from './sync-stage.ts'
import type { Victim } from './takings.ts'

export function roomAhead(stage: Stage, months: number): string {
  return formatRoom({ ...stage, month: shiftMonth(stage.month, months), epoch: 1 })
}

/** Somebody new with this role, signed in on two devices, and the plan of the room, which is open already. */
export async function newVictim(stage: Stage, room: string, role: Victim['role']): Promise<Victim> {
  const { prisma } = stage.database
  const signedIn = await stage.signIn(role)
  const other = await stage.signInAgain(signedIn)
  const { username } = await prisma.person.findUniqueOrThrow({ where: { id: signedIn.personId } })
  const month = room.split('.')[2] ?? ''
  const plan = await prisma.plan.findFirstOrThrow({ where: { branchId: stage.branchId, month } })
  const { name: unit } = await prisma.orgUnit.findUniqueOrThrow({ where: { id: stage.branchId } })
  const { sessionId: otherSessionId } = other
  return { ...signedIn, role, username, unit, otherSessionId, planId: plan.id }
}
