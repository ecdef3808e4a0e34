import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readPlan } from '#domain/read-plan.ts'
import { closeCode, frameType } from '#domain/wire.ts'
import { deskFor } from '#server/data/record/desk.ts'
import { loadPlan } from '#server/log/load-plan.ts'
import { step2Frame } from '#server/sync/frames.ts'
import { joined, newAuthor } from '#server/sync/testing/late-stage.ts'
import { openRaw, type RawSocket } from '#server/sync/testing/raw-socket.ts'
import type { Node } from '#server/sync/testing/sync-stage.ts'
import { type FinalisingStage, type Official, openFinalisingStage } from './finalising-stage.ts'

let stage: FinalisingStage
let nodes: { hearing: Node; deaf: Node }
let secretary: Official
let committee: Official

beforeAll(async () => {
  stage = await openFinalisingStage()
  // Each finds out in one way alone: a poll that comes before the news would send people away without it.
  const limits = { pollEveryMs: 3_600_000 }
  nodes = {
    hearing: await stage.openNode({ limits }),
    deaf: await stage.openNode({ listens: false }),
  }
  secretary = await stage.official('secretary')
  committee = await stage.official('committee')
})
afterAll(() => stage.close())

const isToldOf = (socket: RawSocket) => () => socket.types().includes(frameType.changed)

describe('when a month is made final', () => {
  it('[F8] everybody on every node is told and sent away within a second', async () => {
    const month = await stage.newMonth(secretary)
    const member = await stage.signIn('member')
    const sockets = {
      writer: await joined(nodes.hearing, month.room(), committee),
      viewer: await joined(nodes.hearing, month.room(), member),
      elsewhere: await joined(nodes.deaf, month.room(), committee),
      listener: openRaw(nodes.hearing, month.room(), { cookie: member.cookie, query: '?hints=1' }),
    }
    await expect.poll(() => sockets.listener.hello()).not.toBe(null)
    const closed: Record<string, number> = {}
    let began = Number.POSITIVE_INFINITY
    for (const [name, { socket }] of Object.entries(sockets)) {
      socket.on('close', () => {
        closed[name] = Math.round(performance.now() - began)
      })
    }
    await month.finalise(secretary, {
      pass: (point) => {
        if (point === 'written') began = performance.now()
      },
    })
    await expect.poll(() => Object.keys(closed).length).toBe(4)
    process.stdout.write(`sent away after what is to be committed, ms: ${JSON.stringify(closed)}\n`)
    for (const [name, ms] of Object.entries(closed)) {
      // Nobody before, either.
      expect(ms, name).toBeGreaterThanOrEqual(0)
      expect(ms, name).toBeLessThan(5_000)
    }
    for (const socket of Object.values(sockets)) expect(socket.closed).toBe(closeCode.goingAway)
    expect(isToldOf(sockets.writer)() && isToldOf(sockets.listener)()).toBe(true)

    const again = await joined(nodes.deaf, month.room(2), member)
    expect(again.hello()).toMatchObject({ epoch: 2, status: 'finalised', right: 'view' })
    const who = { ...member, memberId: null, grants: [{ role: 'member', unitId: stage.branchId }] }
    const desk = await deskFor(
      stage.database,
      who as Official['asker'],
      stage.branchId,
      month.month,
    )
    expect(desk.records[0]?.by).toMatchObject({ name: secretary.name, office: 'secretary' })
  })

  it('[F9] [W18] what was not committed is not in it and lies with the secretary, whole', async () => {
    const month = await stage.newMonth(secretary)
    // Nobody tells this node, and it does not ask: it finds out by its append.
    const limits = { pollEveryMs: 3_600_000 }
    const unaware = await stage.openNode({ listens: false, limits })
    const an = newAuthor(8101)
    const socket = await joined(unaware, month.room(), committee)
    socket.send(an.move('m1'))
    await expect.poll(() => socket.decided()).toBe(1)
    await month.finalise(secretary)
    socket.send(an.move('m2'))
    await expect.poll(() => socket.refused()).toMatchObject([{ frame: 2, reason: 'finalised' }])
    const [refused] = socket.refused()
    await expect.poll(() => socket.closed).toBe(closeCode.goingAway)

    // From elsewhere, with everything that it holds.
    const back = await joined(nodes.hearing, month.room(1), committee)
    an.move('m3')
    back.send(step2Frame(Y.encodeStateAsUpdate(an.doc)))
    await expect.poll(() => back.refused()).toMatchObject([{ frame: 1, reason: 'finalised' }])

    const { database } = stage
    const kept = await database.prisma.lateEdit.findMany({
      where: { planId: month.planId },
      include: { parts: true },
      orderBy: { createdAt: 'asc' },
    })
    expect(kept).toMatchObject([
      { id: refused?.lateEditId, author: committee.personId, epoch: 1 },
      { id: back.refused()[0]?.lateEditId, author: committee.personId, epoch: 1 },
    ])
    const withParts = await Promise.all(
      kept.map(async ({ parts }) => {
        const { doc } = await loadPlan(database.pool, month.planId)
        for (const { data } of parts) Y.applyUpdate(doc, new Uint8Array(data))
        return readPlan(doc).assignments.map(({ memberId }) => memberId)
      }),
    )
    expect(withParts).toEqual([
      ['m1', 'm2'],
      ['m1', 'm2', 'm3'],
    ])
    const { doc } = await loadPlan(database.pool, month.planId)
    expect(readPlan(doc).assignments.map(({ memberId }) => memberId)).toEqual(['m1'])
    const record = await database.prisma.planRecord.findFirstOrThrow({
      where: { planId: month.planId },
    })
    expect(record.seq).toBe((await month.head()).headSeq)
  })

  it('[F4] opened again, it takes writes at its next epoch, and at no other', async () => {
    const month = await stage.newMonth(secretary)
    const idle = await joined(nodes.hearing, month.room(), committee)
    await month.finalise(secretary)
    await expect.poll(() => idle.closed).toBe(closeCode.goingAway)
    const reader = await joined(nodes.hearing, month.room(2), committee)
    await month.reopen(secretary)
    await expect.poll(() => reader.closed).toBe(closeCode.goingAway)
    const writer = await joined(nodes.hearing, month.room(3), committee)
    expect(writer.hello()).toMatchObject({ epoch: 3, status: 'drafting', right: 'edit' })
    writer.send(newAuthor(8201).move('m1'))
    await expect.poll(() => writer.decided()).toBe(1)
    expect(writer.refused()).toEqual([])
    const past = await joined(nodes.hearing, month.room(1), committee)
    past.send(newAuthor(8202).move('m2'))
    await expect.poll(() => past.refused()).toMatchObject([{ reason: 'finalised' }])
    const rows = await stage.database.prisma.planUpdate.findMany({
      where: { planId: month.planId, author: committee.personId },
    })
    expect(rows.map(({ epoch }) => epoch)).toEqual([3])
  })
})
