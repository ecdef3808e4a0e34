import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { assignMember } from '#domain/commands/assign-member.ts'
import { assignmentsOf } from '#domain/plan-doc.ts'
import { readPlan } from '#domain/read-plan.ts'
import { loadPlan } from '../log/load-plan.ts'
import { holdRow } from './testing/hold-row.ts'
import { openClient, type StageClient } from './testing/stage-client.ts'
import { type Node, openStage, type Stage } from './testing/sync-stage.ts'

let stage: Stage
const clients: StageClient[] = []
const within = { timeout: 10_000 }

beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => {
  for (const client of clients.splice(0)) client.close()
})
afterAll(() => stage.close())

async function saved(node: Node): Promise<StageClient> {
  const client = openClient(node, stage.room, await stage.signIn('committee'))
  clients.push(client)
  await expect.poll(() => client.isSaved(), within).toBe(true)
  return client
}

function move(client: StageClient, memberId: string): void {
  assignMember(client.doc, { memberId, target: { kind: 'group', id: 'g1' } })
}

async function storedPlan() {
  const plan = await stage.database.prisma.plan.findFirstOrThrow()
  return readPlan((await loadPlan(stage.database.pool, plan.id)).doc)
}

describe('two nodes on one database', () => {
  it.each([
    ['hearing each other', true],
    ['by polling alone', false],
  ])('[S9] come to the same plan %s', async (name, listens) => {
    const nodes = [await stage.openNode({ listens }), await stage.openNode({ listens })] as const
    const one = await saved(nodes[0])
    const other = await saved(nodes[1])
    for (let n = 0; n < 30; n += 1) {
      move(one, `${listens}-one-${n}`)
      move(other, `${listens}-other-${n}`)
      if (n % 10 === 0) await expect.poll(() => one.isSaved() && other.isSaved(), within).toBe(true)
    }
    await expect.poll(() => one.isSaved() && other.isSaved(), within).toBe(true)
    // Whoever writes reads on by that; this one comes to somebody who writes no more.
    move(other, `${listens}-last`)
    const all = Array.from({ length: 30 }, (_, n) => [
      `${listens}-one-${n}.0`,
      `${listens}-other-${n}.0`,
    ])
    for (const client of [one, other]) {
      await expect
        .poll(() => [...assignmentsOf(client.doc).keys()], { ...within, message: name })
        .toEqual(expect.arrayContaining([...all.flat(), `${listens}-last.0`]))
    }
    expect(await storedPlan()).toEqual(readPlan(one.doc))
    expect(readPlan(other.doc)).toEqual(readPlan(one.doc))
    // By reading the log, and not by breaking the copy off and beginning anew.
    for (const client of [one, other]) expect(client.closes).toEqual([])
    for (const node of nodes) expect(node.reports).toEqual([])
  })

  it('[S3] [S4] the one that is behind takes a snapshot of the log, and not of what it has', async () => {
    const limits = { pollEveryMs: 600_000, unloadAfterMs: 1_500 }
    const behind = await stage.openNode({ listens: false, limits })
    const ahead = await stage.openNode({ listens: false })
    const one = await saved(behind)
    const other = await saved(ahead)
    move(one, 'known-to-both')
    await expect.poll(() => one.isSaved(), within).toBe(true)
    const newest = () => stage.database.prisma.planSnapshot.findFirst({ orderBy: { seq: 'desc' } })
    // Looked up while the plan is in use: the node counts from its last client's leaving, however long ours takes.
    const before = await newest()
    // Its last client leaves; what the other node writes until it lets the plan go it never reads.
    one.close()
    move(other, 'known-to-one')
    await expect.poll(() => other.isSaved(), within).toBe(true)
    await expect.poll(async () => (await newest())?.seq, within).not.toBe(before?.seq)
    expect((await storedPlan()).assignments.map(({ memberId }) => memberId)).toEqual(
      expect.arrayContaining(['known-to-both', 'known-to-one']),
    )
  })

  it('[G2] know whose client id it is, whoever wrote it where', async () => {
    const one = await saved(await stage.openNode({ listens: false }))
    // This node does not learn of the other's row before its own batch meets it in the database.
    const slow = await stage.openNode({ listens: false, limits: { pollEveryMs: 600_000 } })
    const thief = openClient(slow, stage.room, await stage.signIn('deputy'), {
      clientId: one.doc.clientID,
    })
    clients.push(thief)
    await expect.poll(() => thief.isSaved(), within).toBe(true)
    move(one, 'mine')
    await expect.poll(() => one.isSaved(), within).toBe(true)
    move(thief, 'stolen')
    move(thief, 'stolen-too')
    await expect.poll(() => thief.refused.length, within).toBeGreaterThan(0)
    expect((await storedPlan()).assignments.map(({ memberId }) => memberId)).not.toEqual(
      expect.arrayContaining([expect.stringContaining('stolen')]),
    )
  })
})

describe('somebody who comes from another node', () => {
  it('[S9] is told at once what they may have seen there', async () => {
    const one = await saved(await stage.openNode({ listens: false }))
    const slow = await stage.openNode({ listens: false, limits: { pollEveryMs: 600_000 } })
    await saved(slow)
    move(one, 'seen-before')
    await expect.poll(() => one.isSaved(), within).toBe(true)
    const comer = await saved(slow)
    expect(assignmentsOf(comer.doc).has('seen-before.0')).toBe(true)
  })
})

describe('a database that goes away in the middle', () => {
  it('[S6] loses nothing that was called saved, and everything is saved in the end', async () => {
    const node = await stage.openNode()
    const one = await saved(node)
    const other = await saved(node)
    const moved: string[] = []
    for (let round = 0; round < 6; round += 1) {
      for (let n = 0; n < 10; n += 1) {
        moved.push(`kill-${round}-${n}`)
        move(n % 2 === 0 ? one : other, `kill-${round}-${n}`)
      }
      await stage.database.prisma.$queryRaw`
        select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`.catch(() => undefined)
    }
    await expect.poll(() => one.isSaved() && other.isSaved(), within).toBe(true)
    const keys = moved.map((memberId) => `${memberId}.0`)
    await expect
      .poll(() => [...assignmentsOf(other.doc).keys()], within)
      .toEqual(expect.arrayContaining(keys))
    const stored = await storedPlan()
    expect(stored.assignments.map(({ memberId }) => memberId)).toEqual(
      expect.arrayContaining(moved),
    )
    expect(readPlan(one.doc)).toEqual(stored)
    expect(one.closes).toEqual([])
  })
})

describe('a node that is drained', () => {
  it('[W14] makes durable what it was sent, tells its author, and closes with "come back"', async () => {
    const node = await stage.openNode()
    const one = await saved(node)
    move(one, 'last-words')
    await expect.poll(() => one.isSaved(), within).toBe(true)
    await node.sync.drain()
    await expect.poll(() => one.closes[0], within).toBe(1012)
    expect((await storedPlan()).assignments.map(({ memberId }) => memberId)).toContain('last-words')
  })

  it('[W14] waits for what is on its way into the database', async () => {
    const passed: string[] = []
    const node = await stage.openNode({ onPass: (point) => passed.push(point) })
    const one = await saved(node)
    const plan = await stage.database.prisma.plan.findFirstOrThrow()
    const held = await holdRow(stage, plan.id)
    passed.length = 0
    move(one, 'on-its-way')
    await expect.poll(() => passed, within).toContain('committing')
    let isDrained = false
    const drained = node.sync.drain().then(() => {
      isDrained = true
    })
    await held.untilTriedFor(200)
    expect([isDrained, one.closes]).toEqual([false, []])
    await held.release()
    await drained
    await expect.poll(() => one.closes[0], within).toBe(1012)
    expect((await storedPlan()).assignments.map(({ memberId }) => memberId)).toContain('on-its-way')
  })
})
