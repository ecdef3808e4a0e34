// The stage of late edits: months that nobody has opened yet, people at work in them, and what is kept of it.
import { expect } from 'vitest'
import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { shiftMonth } from '#domain/months.ts'
import { assignmentsOf } from '#domain/plan-doc.ts'
import { formatRoom } from '#domain/rooms.ts'
import { closeCode, frameType } from '#domain/wire.ts'
import { openPlanDoc } from '../../log/fold-rows.ts'
import { step1Frame, updateFrame } from '../frames.ts'
import { openRaw, type RawSocket } from './raw-socket.ts'
import type { Node, SignedIn, Stage } from './sync-stage.ts'

type Address = Pick<Node, 'url' | 'origin'>

export interface KeptEdit {
  id: string
  author: string
  epoch: number
  bytes: number
  parts: Uint8Array[]
}

export interface LateMonth {
  planId: string
  /** The room of this epoch. */
  room(epoch?: number): string
  /** As the finalising action would leave the plan's row. */
  finalise(epoch?: number): Promise<void>
  /** As finalising it and opening it again would leave the plan's row: at its next epoch, being drafted. */
  beginNextEpoch(): Promise<void>
  /** Rows in the plan's log. */
  rows(): Promise<number>
  /** What lies with the secretary, in order. */
  kept(): Promise<KeptEdit[]>
}

/** Opens the plan of a month ahead. */
export async function openMonth(
  stage: Stage,
  node: Address,
  opener: SignedIn,
  ahead: number,
): Promise<LateMonth> {
  const { prisma } = stage.database
  const month = shiftMonth(stage.month, ahead)
  const room = (epoch = 1) => formatRoom({ ...stage, month, epoch })
  const first = await joined(node, room(), opener)
  const { id: planId } = await prisma.plan.findFirstOrThrow({ where: { month } })
  first.close()
  return {
    planId,
    room,
    finalise: async (epoch = 1) => {
      await prisma.plan.update({ where: { id: planId }, data: { status: 'finalised', epoch } })
    },
    beginNextEpoch: async () => {
      // Two commits, as it would be.
      await prisma.plan.update({ where: { id: planId }, data: { status: 'finalised', epoch: 2 } })
      await prisma.plan.update({ where: { id: planId }, data: { status: 'drafting' } })
    },
    rows: () => prisma.planUpdate.count({ where: { planId } }),
    kept: async () => {
      const edits = await prisma.lateEdit.findMany({
        where: { planId },
        orderBy: { createdAt: 'asc' },
        include: { parts: { orderBy: { ordinal: 'asc' } } },
      })
      return edits.map(({ id, author, epoch, bytes, parts }) => {
        const data = parts.map((part) => new Uint8Array(part.data))
        return { id, author, epoch, bytes, parts: data }
      })
    },
  }
}

/** A socket that has taken part in the handshake; one at a past epoch is told no content. */
export async function joined(node: Address, room: string, person: SignedIn): Promise<RawSocket> {
  const socket = openRaw(node, room, { cookie: person.cookie })
  await expect.poll(() => socket.types(), { interval: 5 }).toContain(frameType.sync)
  socket.send(step1Frame(Uint8Array.of(0)))
  return socket
}

/** A socket at a plan that is finalised, once its node knows. */
export async function joinedLate(node: Address, month: LateMonth, person: SignedIn) {
  for (;;) {
    const socket = await joined(node, month.room(), person)
    if (socket.hello()?.status === 'finalised') return socket
    await expect.poll(() => socket.closed).toBe(closeCode.goingAway)
  }
}

export interface Author {
  doc: Y.Doc
  /** What each edit adds, building on those before it. */
  moves: Uint8Array[]
  /** Gives a member a group and returns the frame. */
  move(memberId: string): Uint8Array
}

/** Somebody at work who hears of nobody else. */
export function newAuthor(clientId: number): Author {
  const doc = openPlanDoc()
  doc.clientID = clientId
  const moves: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => moves.push(update))
  return {
    doc,
    moves,
    move: (memberId) => {
      assignMember(doc, { memberId, target: { kind: 'group', id: 'g1' } })
      return updateFrame(moves.at(-1) ?? new Uint8Array())
    },
  }
}

/** The members that the parts give a place, once they are put together. Throws when they leave a gap. */
export function membersIn(parts: readonly Uint8Array[]): string[] {
  const doc = openPlanDoc()
  for (const part of parts) Y.applyUpdate(doc, part)
  expect(doc.store.pendingStructs).toBe(null)
  return [...assignmentsOf(doc).keys()].map((slot) => slot.replace(/\.0$/, ''))
}

/** Somebody at the first epoch of a month, on a node that neither hears nor asks that the next one began. */
export async function sittingInPastEpoch(
  stage: Stage,
  month: LateMonth,
  person: SignedIn,
): Promise<{ deaf: Node; old: RawSocket }> {
  const deaf = await stage.openNode({ listens: false, limits: { pollEveryMs: 3_600_000 } })
  const old = await joined(deaf, month.room(1), person)
  await month.beginNextEpoch()
  return { deaf, old }
}
