import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { assignmentsOf } from '#domain/plan-doc.ts'
import { readPlan } from '#domain/read-plan.ts'
import { loadPlan } from '../log/load-plan.ts'
import { openClient, type StageClient } from './testing/stage-client.ts'
import { type Node, openStage, type Stage } from './testing/sync-stage.ts'

let stage: Stage
let node: Node
const clients: StageClient[] = []

beforeAll(async () => {
  stage = await openStage()
  node = await stage.openNode()
})
afterEach(() => {
  for (const client of clients.splice(0)) client.close()
})
afterAll(() => stage.close())

function open(...args: Parameters<typeof openClient>): StageClient {
  const client = openClient(...args)
  clients.push(client)
  return client
}

async function planOf(branchId: string, month: string) {
  return stage.database.prisma.plan.findUniqueOrThrow({
    where: { branchId_month: { branchId, month } },
  })
}

describe('two people at one plan', () => {
  it('share what they do, once it is in the database, and are told that it is saved', async () => {
    const a = open(node, stage.room, await stage.signIn('secretary', 'Lò Thị An'))
    const b = open(node, stage.room, await stage.signIn('committee', 'Quàng Văn Bình'))
    await expect.poll(() => a.provider.synced && b.provider.synced).toBe(true)
    expect(a.hello).toEqual({ epoch: 1, right: 'finalise', status: 'drafting', schema: 1 })

    assignMember(a.doc, { memberId: 'm1', target: { kind: 'group', id: 'g1' } })
    addTask(b.doc, { id: 't1', title: 'Vận động hộ nghèo' })
    await expect.poll(() => a.isSaved() && b.isSaved()).toBe(true)
    await expect
      .poll(() => readPlan(a.doc).tasks.map((task) => task.title))
      .toContain('Vận động hộ nghèo')
    await expect.poll(() => assignmentsOf(b.doc).size).toBe(1)
    expect(readPlan(a.doc)).toEqual(readPlan(b.doc))

    const plan = await planOf(stage.branchId, stage.month)
    const stored = await loadPlan(stage.database.pool, plan.id)
    expect(readPlan(stored.doc)).toEqual(readPlan(a.doc))
    expect(node.reports).toEqual([])
  })
})
