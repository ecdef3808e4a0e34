import * as Y from 'yjs'
import type { Database } from '../db/database.ts'
import { beginPlan } from '../log/begin-plan.ts'
import { loadPlan } from '../log/load-plan.ts'

/**
 * What tests of pages start from: a plan, opened and changed by this person. Written past the socket, so no room may
 * have the plan open. Resolves with the plan's id; a change that writes nothing is none.
 */
export async function changePlanForTest(
  { pool }: Pick<Database, 'pool'>,
  given: { branchId: string; month: string; personId: string },
  change: (doc: Y.Doc) => void,
): Promise<string> {
  const planId = await beginPlan(pool, given)
  const { doc } = await loadPlan(pool, planId)
  const before = Y.encodeStateVector(doc)
  let isChanged = false
  doc.on('update', () => {
    isChanged = true
  })
  change(doc)
  if (!isChanged) return planId
  const data = Buffer.from(Y.encodeStateAsUpdate(doc, before))
  await pool.query(
    `with head as (update plan set head_seq = head_seq + 1 where id = $1 returning epoch, head_seq)
     insert into plan_update (plan_id, epoch, seq, author, batch_id, data)
     select $1, epoch, head_seq, $2, gen_random_uuid(), $3 from head`,
    [planId, given.personId, data],
  )
  return planId
}
