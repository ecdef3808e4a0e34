import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { shiftMonth } from '#domain/months.ts'
import { assignmentsOf, proseOf } from '#domain/plan-doc.ts'
import { readPlan } from '#domain/read-plan.ts'
import { formatRoom } from '#domain/rooms.ts'
import { frameType } from '#domain/wire.ts'
import { loadPlan } from '../log/load-plan.ts'
import { holdRow } from './testing/hold-row.ts'
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

function planOf(month: string) {
  const where = { branchId_month: { branchId: stage.branchId, month } }
  return stage.database.prisma.plan.findUniqueOrThrow({ where })
}

function roomOf(month: string): string {
  return formatRoom({ branchId: stage.branchId, month, epoch: 1 })
}

const group = (id: string) => ({ kind: 'group', id }) as const

describe('two people at one plan', () => {
  it('[W3] share what they do, once it is in the database, and are told that it is saved', async () => {
    const a = open(node, stage.room, await stage.signIn('secretary', 'Lò Thị An'))
    const b = open(node, stage.room, await stage.signIn('committee', 'Quàng Văn Bình'))
    await expect.poll(() => a.provider.synced && b.provider.synced).toBe(true)
    expect(a.hello).toEqual({ epoch: 1, right: 'finalise', status: 'drafting', schema: 1 })
    expect(a.frames.slice(0, 3)).toEqual([frameType.hello, frameType.sync, frameType.sync])

    assignMember(a.doc, { memberId: 'm1', target: group('g1') })
    addTask(b.doc, { id: 't1', title: 'Vận động hộ nghèo' })
    await expect.poll(() => a.isSaved() && b.isSaved()).toBe(true)
    await expect
      .poll(() => readPlan(a.doc).tasks.map((task) => task.title))
      .toContain('Vận động hộ nghèo')
    await expect.poll(() => assignmentsOf(b.doc).size).toBe(1)
    expect(readPlan(a.doc)).toEqual(readPlan(b.doc))

    const stored = await loadPlan(stage.database.pool, (await planOf(stage.month)).id)
    expect(readPlan(stored.doc)).toEqual(readPlan(a.doc))
    expect(node.reports).toEqual([])
  })

  it('[W3] see nothing and are told nothing while the commit cannot happen', async () => {
    const a = open(node, stage.room, await stage.signIn('secretary'))
    const b = open(node, stage.room, await stage.signIn('deputy'))
    await expect.poll(() => a.isSaved() && b.isSaved()).toBe(true)
    const before = { sent: a.sent, frames: b.frames.filter((type) => type === 0).length }

    const held = await holdRow(stage, (await planOf(stage.month)).id)
    assignMember(a.doc, { memberId: 'm2', target: group('g1') })
    assignMember(a.doc, { memberId: 'm3', target: group('g1') })
    // Long enough for dozens of attempts to commit.
    await held.untilTriedFor(600)
    expect(a.sent).toBe(before.sent + 2)
    expect(a.decided).toBe(before.sent)
    expect(b.frames.filter((type) => type === 0).length).toBe(before.frames)
    expect(assignmentsOf(b.doc).has('m2.0')).toBe(false)

    await held.release()
    await expect.poll(() => a.isSaved() && assignmentsOf(b.doc).has('m3.0')).toBe(true)
    expect(a.decided).toBe(before.sent + 2)
  })

  it('[W4] are counted exactly: each write frame is decided once, in order', async () => {
    const a = open(node, stage.room, await stage.signIn('secretary'))
    await expect.poll(() => a.isSaved()).toBe(true)
    for (let n = 1; n <= 20; n += 1) {
      assignMember(a.doc, { memberId: `k${n}`, target: group('g2') })
    }
    await expect.poll(() => a.isSaved()).toBe(true)
    expect(a.decided).toBe(21)
    expect(a.refused).toEqual([])
  })
})

describe('a client that was away', () => {
  it('[W6] types while it reconnects and is not punished for the gap', async () => {
    const person = await stage.signIn('secretary')
    const a = open(node, stage.room, person)
    await expect.poll(() => a.isSaved()).toBe(true)
    a.provider.disconnect()
    const words = new Y.XmlText()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [words])
    proseOf(a.doc, 'focus').insert(0, [paragraph])
    words.insert(0, 'Viết khi mất mạng, ')

    let typed = 0
    a.provider.on('status', ({ status }: { status: string }) => {
      if (status !== 'connected') return
      // Before any answer of the server can have come.
      for (const letter of 'viết tiếp') {
        words.insert(words.length, letter)
        typed += 1
      }
    })
    a.provider.connect()
    await expect.poll(() => typed > 0 && a.isSaved()).toBe(true)
    expect(a.refused).toEqual([])
    expect(a.closes.filter((code) => code > 4000)).toEqual([])
    const stored = await loadPlan(stage.database.pool, (await planOf(stage.month)).id)
    expect(proseOf(stored.doc, 'focus').toString()).toContain('Viết khi mất mạng, viết tiếp')
  })

  it('[W2] is given what it missed, and a viewer its whole plan', async () => {
    const viewer = open(node, stage.room, await stage.signIn('member'))
    await expect.poll(() => viewer.provider.synced && viewer.isSaved()).toBe(true)
    const stored = await loadPlan(stage.database.pool, (await planOf(stage.month)).id)
    expect(readPlan(viewer.doc)).toEqual(readPlan(stored.doc))
    expect(viewer.refused).toEqual([])
  })
})

describe('a plan that nobody has opened', () => {
  it('[C5] is begun once, however many come at the same time', async () => {
    const room = roomOf(shiftMonth(stage.month, 1))
    const people = await Promise.all(Array.from({ length: 8 }, () => stage.signIn('committee')))
    const all = people.map((person) => open(node, room, person))
    await expect.poll(() => all.every((client) => client.provider.synced)).toBe(true)
    const views = all.map((client) => JSON.stringify(readPlan(client.doc)))
    expect(new Set(views).size).toBe(1)
    const plan = await planOf(shiftMonth(stage.month, 1))
    expect(await stage.database.prisma.planUpdate.count({ where: { planId: plan.id } })).toBe(1)
  })

  it('carries over what stands and what is not done', async () => {
    const { prisma } = stage.database
    const { communeId, branchId, hamletId } = stage
    const member = await prisma.member.create({
      data: { communeId, branchId, code: 'C1', fullName: 'Lò Văn Còn', sortName: 'Còn' },
    })
    const gone = await prisma.member.create({
      data: {
        communeId,
        branchId,
        code: 'C2',
        fullName: 'Lò Văn Đi',
        sortName: 'Đi',
        retiredAt: new Date(),
      },
    })
    const stays = await prisma.householdGroup.create({ data: { hamletId, name: 'Nhóm 1' } })
    const first = shiftMonth(stage.month, 4)
    const person = await stage.signIn('secretary')
    const before = open(node, roomOf(first), person)
    await expect.poll(() => before.isSaved()).toBe(true)
    assignMember(before.doc, { memberId: member.id, target: group(stays.id) })
    assignMember(before.doc, { memberId: gone.id, target: group(stays.id) })
    addTask(before.doc, { id: 'unfinished', title: 'Sửa đường', doers: [member.id] })
    await expect.poll(() => before.isSaved()).toBe(true)

    const after = open(node, roomOf(shiftMonth(first, 1)), person)
    await expect.poll(() => after.provider.synced).toBe(true)
    const view = readPlan(after.doc)
    expect(view.assignments.map((assignment) => assignment.memberId)).toEqual([member.id])
    expect(view.tasks.find((task) => task.title === 'Sửa đường')).toMatchObject({
      doers: [member.id],
      carriedFrom: { month: first, taskId: 'unfinished', times: 1 },
    })
  })
})
