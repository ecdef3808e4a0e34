import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { addTask } from '#domain/commands/add-task.ts'
import { removeTask } from '#domain/commands/remove-task.ts'
import { setTaskStatus } from '#domain/commands/set-task-status.ts'
import { doneSince } from '#domain/done-since.ts'
import { readPlan } from '#domain/read-plan.ts'
import { loadPlan } from '../../log/load-plan.ts'
import { changePlanForTest } from '../../roster/change-plan-for-test.ts'
import { deskFor } from './desk.ts'
import { openRecordTestBed, type RecordTestBed } from './record-test-bed.ts'

// Threads take their time to begin on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const next = '2026-12'
let bed: RecordTestBed
beforeAll(async () => {
  bed = await openRecordTestBed()
})
afterAll(() => bed.close())

/** Everything that is kept of the month, down to the last byte. */
async function bytesOfMonth(): Promise<string> {
  const { rows } = await bed.database.pool.query(
    `select encode(data, 'hex') as bytes from plan_update where plan_id = $1
      union all select json || encode(sha256, 'hex') || encode(state, 'hex') from plan_record where plan_id = $1
      union all select row_to_json(p)::text from (select status, epoch, head_seq from plan where id = $1) p`,
    [bed.planId],
  )
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

it('[C6] [F76] a task that was done after it was carried is told, and the month it came from stays as it was', async () => {
  const secretary = await bed.signedIn('bithu')
  await bed.change((doc) => addTask(doc, { id: 't1', title: 'Đắp đường' }))
  await bed.change((doc) => addTask(doc, { id: 't2', title: 'Họp bản' }))
  const { branchId } = bed.plan
  const change = (work: Parameters<typeof changePlanForTest>[2]) =>
    changePlanForTest(bed.database, { branchId, month: next, personId: secretary.personId }, work)
  const planId = await change(() => undefined)
  const tasksOfNext = async () => readPlan((await loadPlan(bed.database.pool, planId)).doc).tasks
  const carried = (await tasksOfNext()).filter(({ carriedFrom }) => carriedFrom !== null)
  const road = carried.find(({ carriedFrom }) => carriedFrom?.taskId === 't1')?.id
  expect(road).toBeDefined()
  const told = async () => {
    const { before } = await deskFor(bed.database, secretary, branchId, next)
    return [...doneSince(await tasksOfNext(), before).keys()]
  }
  expect(await told()).toEqual([])

  await bed.change((doc) => setTaskStatus(doc, { taskId: 't1', status: 'done' }))
  expect(await told()).toEqual([road])
  expect((await tasksOfNext()).map(({ id }) => id)).toContain(road)

  await bed.easeRules()
  await bed.finalise(secretary)
  const before = await bytesOfMonth()
  expect(await told()).toEqual([road])
  await change((doc) => removeTask(doc, { taskId: String(road) }))
  expect(await told()).toEqual([])
  expect(await bytesOfMonth()).toBe(before)
})
