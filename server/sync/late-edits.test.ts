import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { shiftMonth } from '#domain/months.ts'
import { assignmentsOf } from '#domain/plan-doc.ts'
import { formatRoom } from '#domain/rooms.ts'
import { closeCode, frameType } from '#domain/wire.ts'
import { openPlanDoc } from '../log/fold-rows.ts'
import { step1Frame, updateFrame } from './frames.ts'
import { holdRow } from './testing/hold-row.ts'
import { openRaw, type RawSocket } from './testing/raw-socket.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'

let stage: Stage
let node: Node
const sockets: RawSocket[] = []

beforeAll(async () => {
  stage = await openStage()
  node = await stage.openNode()
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})
afterAll(() => stage.close())

let months = 0
/** The room of a month that nobody has opened yet. */
function newMonth(): { month: string; room: string } {
  months += 1
  const month = shiftMonth(stage.month, months)
  return { month, room: formatRoom({ ...stage, month, epoch: 1 }) }
}

async function synced(person: SignedIn, room: string, at = node): Promise<RawSocket> {
  const socket = openRaw(at, room, { cookie: person.cookie })
  sockets.push(socket)
  await expect.poll(() => socket.types()).toContain(frameType.hello)
  socket.send(step1Frame(Uint8Array.of(0)))
  await expect.poll(() => socket.types().filter((type) => type === frameType.sync).length).toBe(2)
  return socket
}

/** Someone at work: each move is one update, which builds on those before it. */
function author(clientId: number) {
  const doc = openPlanDoc()
  doc.clientID = clientId
  const moves: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => moves.push(update))
  return {
    doc,
    moves,
    move(memberId: string): Uint8Array {
      assignMember(doc, { memberId, target: { kind: 'group', id: 'g1' } })
      return moves.at(-1) ?? new Uint8Array()
    },
  }
}

async function finalise(month: string, epoch = 1): Promise<void> {
  await stage.database.prisma.plan.update({
    where: { branchId_month: { branchId: stage.branchId, month } },
    data: { status: 'finalised', epoch },
  })
}

async function planOf(month: string) {
  return stage.database.prisma.plan.findFirstOrThrow({ where: { month } })
}

/** What lies with the secretary, per late edit: its author and its parts in order. */
async function kept(month: string) {
  const plan = await planOf(month)
  const edits = await stage.database.prisma.lateEdit.findMany({
    where: { planId: plan.id },
    orderBy: { createdAt: 'asc' },
    include: { parts: { orderBy: { ordinal: 'asc' } } },
  })
  return edits.map(({ id, author, epoch, bytes, parts }) => ({
    id,
    author,
    epoch,
    bytes,
    parts: parts.map((part) => new Uint8Array(part.data)),
  }))
}

function membersIn(parts: readonly Uint8Array[]): string[] {
  const doc = openPlanDoc()
  for (const part of parts) Y.applyUpdate(doc, part)
  return [...assignmentsOf(doc).keys()]
}

describe('a write to a plan that is finalised', () => {
  it('[W18] is kept by the time its author is told where', async () => {
    const person = await stage.signIn('committee')
    const { month, room } = newMonth()
    const opener = await synced(person, room)
    await finalise(month)
    await expect.poll(() => opener.closed).toBe(closeCode.goingAway)

    const rows = await stage.database.prisma.planUpdate.count()
    const late = await synced(person, room)
    const an = author(7001)
    late.send(updateFrame(an.move('m1')))
    late.send(updateFrame(an.move('m2')))
    await expect.poll(() => late.decided()).toBe(2)
    const [edit, ...others] = await kept(month)
    expect(others).toEqual([])
    expect(late.refused()).toEqual([
      { frame: 1, reason: 'finalised', lateEditId: edit?.id },
      { frame: 2, reason: 'finalised', lateEditId: edit?.id },
    ])
    expect(edit).toMatchObject({ author: person.personId, epoch: 1 })
    expect(edit?.parts).toHaveLength(2)
    expect(membersIn(edit?.parts ?? [])).toEqual(['m1.0', 'm2.0'])
    expect(await stage.database.prisma.planUpdate.count()).toBe(rows)
    expect(late.closed).toBe(null)
  })
})

describe('writes on their way while the plan is finalised', () => {
  it('[W18] [S2] leave no row after the finalising commit and are kept, each author’s in order', async () => {
    const [first, second] = [await stage.signIn('committee'), await stage.signIn('deputy')]
    const { month, room } = newMonth()
    const [one, two] = [await synced(first, room), await synced(second, room)]
    const [an, binh] = [author(7101), author(7102)]
    const plan = await planOf(month)

    // The append waits for the row that the finalising transaction holds.
    const held = await holdRow(stage, plan.id)
    for (const n of [1, 2, 3]) {
      one.send(updateFrame(an.move(`an${n}`)))
      two.send(updateFrame(binh.move(`binh${n}`)))
    }
    await held.untilTriedFor(200)
    const rows = await stage.database.prisma.planUpdate.count({ where: { planId: plan.id } })
    await held.client.query(`update plan set status = 'finalised' where id = $1`, [plan.id])
    await held.release()

    for (const socket of [one, two]) {
      await expect.poll(() => socket.closed).toBe(closeCode.goingAway)
      expect(socket.decided()).toBe(3)
      expect(socket.refused().map(({ frame }) => frame)).toEqual([1, 2, 3])
    }
    expect(await stage.database.prisma.planUpdate.count({ where: { planId: plan.id } })).toBe(rows)
    const edits = await kept(month)
    expect(edits.map(({ author: by }) => by).toSorted()).toEqual(
      [first.personId, second.personId].toSorted(),
    )
    for (const [socket, work, person] of [
      [one, an, first],
      [two, binh, second],
    ] as const) {
      const edit = edits.find(({ author: by }) => by === person.personId)
      expect(new Set(socket.refused().map(({ lateEditId }) => lateEditId))).toEqual(
        new Set([edit?.id]),
      )
      expect(edit?.parts).toEqual(work.moves)
    }
  })
})
