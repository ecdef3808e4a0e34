import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { readPlan } from '#domain/read-plan.ts'
import type { Database } from '../db/database.ts'
import { beginPlan } from '../log/begin-plan.ts'
import { loadPlan } from '../log/load-plan.ts'

/**
 * What tests of rights start from: a plan, opened by this person, that gives a group to a member. Written past
 * the socket, so no room may have the plan open. Done once, however often it is asked for.
 */
export async function assignForTest(
  { pool }: Database,
  given: { branchId: string; month: string; personId: string; memberId: string; groupId: string },
): Promise<void> {
  const { memberId, groupId, personId } = given
  const planId = await beginPlan(pool, given)
  const { doc } = await loadPlan(pool, planId)
  const isGiven = readPlan(doc).assignments.some(
    (each) => each.memberId === memberId && each.target.id === groupId,
  )
  if (isGiven) return
  const before = Y.encodeStateVector(doc)
  assignMember(doc, { memberId, target: { kind: 'group', id: groupId } })
  const data = Buffer.from(Y.encodeStateAsUpdate(doc, before))
  await pool.query(
    `with head as (update plan set head_seq = head_seq + 1 where id = $1 returning epoch, head_seq)
     insert into plan_update (plan_id, epoch, seq, author, batch_id, data)
     select $1, epoch, head_seq, $2, gen_random_uuid(), $3 from head`,
    [planId, personId, data],
  )
}
