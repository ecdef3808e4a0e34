import { assignMember } from '#domain/commands/assign-member.ts'
import { readPlan } from '#domain/read-plan.ts'
import type { Database } from '../db/database.ts'
import { changePlanForTest } from './change-plan-for-test.ts'

/** What tests of rights start from: a plan that gives a group to a member. Done once, however often it is asked for. */
export async function assignForTest(
  database: Database,
  given: { branchId: string; month: string; personId: string; memberId: string; groupId: string },
): Promise<void> {
  const { memberId, groupId } = given
  await changePlanForTest(database, given, (doc) => {
    const isGiven = readPlan(doc).assignments.some(
      (each) => each.memberId === memberId && each.target.id === groupId,
    )
    if (!isGiven) assignMember(doc, { memberId, target: { kind: 'group', id: groupId } })
  })
}
