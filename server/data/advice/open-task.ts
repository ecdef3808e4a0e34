import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { loadPlan } from '../../log/load-plan.ts'
import type { AdviceTestBed } from './advice-test-bed.ts'

/** For tests: a task in the committed plan, given to these members, and its id. Written past the socket. */
export async function openTask(
  { database: { pool, prisma }, plan }: Pick<AdviceTestBed, 'database' | 'plan'>,
  doers: readonly string[],
): Promise<string> {
  const { id, createdBy } = await prisma.plan.findUniqueOrThrow({ where: { branchId_month: plan } })
  const { doc } = await loadPlan(pool, id)
  const before = Y.encodeStateVector(doc)
  const taskId = randomUUID()
  addTask(doc, { id: taskId, title: 'Ra quân làm thủy lợi', doers })
  await pool.query(
    `with head as (update plan set head_seq = head_seq + 1 where id = $1 returning epoch, head_seq)
     insert into plan_update (plan_id, epoch, seq, author, batch_id, data)
     select $1, epoch, head_seq, $2, gen_random_uuid(), $3 from head`,
    [id, createdBy, Buffer.from(Y.encodeStateAsUpdate(doc, before))],
  )
  return taskId
}
