import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeCode, frameType } from '#domain/wire.ts'
import { deskFor } from '#server/data/record/desk.ts'
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
  nodes = { hearing: await stage.openNode(), deaf: await stage.openNode({ listens: false }) }
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
        if (point === 'committed') began = performance.now()
      },
    })
    await expect.poll(() => Object.keys(closed).length).toBe(4)
    process.stdout.write(`sent away after the commit, ms: ${JSON.stringify(closed)}\n`)
    for (const [name, ms] of Object.entries(closed)) expect(ms, name).toBeLessThan(5_000)
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
    const an = newAuthor(8101)
    const socket = await joined(nodes.deaf, month.room(), committee)
    socket.send(an.move('m1'))
    await expect.poll(() => socket.decided()).toBe(1)
    await month.finalise(secretary)
    // The deaf node may not know yet: then the append says so.
    socket.send(an.move('m2'))
    await expect.poll(() => socket.closed).toBe(closeCode.goingAway)
    const { prisma } = stage.database
    const kept = () =>
      prisma.lateEdit.findMany({ where: { planId: month.planId }, include: { parts: true } })
    if ((await kept()).length === 0) {
      const back = await joined(nodes.deaf, month.room(1), committee)
      back.send(an.move('m3'))
      await expect.poll(() => back.refused().length).toBe(1)
    }
    const [late] = await kept()
    expect(late).toMatchObject({ author: committee.personId, epoch: 1 })
    const record = await prisma.planRecord.findFirstOrThrow({ where: { planId: month.planId } })
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
