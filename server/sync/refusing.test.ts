import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { shiftMonth } from '#domain/months.ts'
import { formatRoom } from '#domain/rooms.ts'
import { closeCode, frameType } from '#domain/wire.ts'
import { openPlanDoc } from '../log/fold-rows.ts'
import { awarenessFrame, step1Frame, step2Frame, updateFrame } from './frames.ts'
import { openRaw, type RawOptions, type RawSocket } from './testing/raw-socket.ts'
import { openClient } from './testing/stage-client.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'

let stage: Stage
let node: Node
let secretary: SignedIn
const sockets: RawSocket[] = []

beforeAll(async () => {
  stage = await openStage()
  node = await stage.openNode()
  secretary = await stage.signIn('secretary')
  const opener = openClient(node, stage.room, secretary)
  await vi.waitUntil(() => opener.isSaved(), { timeout: 20_000 })
  opener.close()
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})
afterAll(() => stage.close())

function raw(room: string, options: RawOptions): RawSocket {
  const socket = openRaw(node, room, options)
  sockets.push(socket)
  return socket
}

async function synced(person: SignedIn, room = stage.room): Promise<RawSocket> {
  const socket = raw(room, { cookie: person.cookie })
  await expect.poll(() => socket.types()).toContain(frameType.hello)
  socket.send(step1Frame(Uint8Array.of(0)))
  // Its step 2; what came since that was encoded may follow it as an update.
  await expect
    .poll(() => socket.frames.some((frame) => frame[0] === 0 && frame[1] === 1))
    .toBe(true)
  return socket
}

/** An update that any editor could send. */
function assignment(memberId: string, clientId = 4242): Uint8Array {
  const doc = openPlanDoc()
  doc.clientID = clientId
  assignMember(doc, { memberId, target: { kind: 'group', id: 'g1' } })
  return Y.encodeStateAsUpdate(doc)
}

async function rows(): Promise<number> {
  return stage.database.prisma.planUpdate.count()
}

describe('at the door', () => {
  it('[W1] a foreign or missing Origin gets 403', async () => {
    const cookie = secretary.cookie
    const foreign = raw(stage.room, { cookie, origin: 'https://example.org' })
    const other = raw(stage.room, { cookie, origin: 'http://127.0.0.1:1' })
    const none = raw(stage.room, { cookie, origin: null })
    await expect.poll(() => [foreign.status, other.status, none.status]).toEqual([403, 403, 403])
  })

  it('[W1] no cookie, a forged one and an ended session get 4401', async () => {
    const ended = await stage.signIn('secretary')
    await stage.database.prisma.session.update({
      where: { id: ended.sessionId },
      data: { endedAt: new Date() },
    })
    const cookies = [undefined, 'next-auth.session-token=x.y.z', ended.cookie]
    const all = cookies.map((cookie) => raw(stage.room, { cookie }))
    for (const socket of all) await expect.poll(() => socket.closed).toBe(closeCode.signInAgain)
    expect(all.flatMap((socket) => socket.frames)).toEqual([])
  })

  it('[W1] the page of somebody else gets 4401, whoever’s cookie it brings', async () => {
    const { cookie, personId } = secretary
    const next = await stage.signIn('committee')
    const left = raw(stage.room, { cookie: next.cookie, query: `?as=${personId}` })
    await expect.poll(() => left.closed).toBe(closeCode.signInAgain)
    const own = raw(stage.room, { cookie, query: `?as=${personId}` })
    await expect.poll(() => own.types()).toContain(frameType.hello)
  })

  it('[W1] someone without a role gets 4403', async () => {
    const socket = raw(stage.room, { cookie: (await stage.signIn(null)).cookie })
    await expect.poll(() => socket.closed).toBe(closeCode.noRight)
  })

  it('[W1] rooms and months that do not exist get 4404, and nothing is begun', async () => {
    const { branchId, month } = stage
    const rooms = [
      `plan.${branchId}.2026-13.1`,
      `plan.${branchId}.${month}.0`,
      'plan.x',
      '..%2f..',
      formatRoom({ branchId: '00000000-0000-4000-8000-000000000000', month, epoch: 1 }),
      formatRoom({ branchId, month: shiftMonth(month, 13), epoch: 1 }),
      formatRoom({ branchId, month: shiftMonth(month, -13), epoch: 1 }),
    ]
    const plans = await stage.database.prisma.plan.count()
    for (const room of rooms) {
      const socket = raw(room, { cookie: secretary.cookie })
      await expect.poll(() => socket.closed, { message: room }).toBe(closeCode.noSuchPlan)
    }
    expect(await stage.database.prisma.plan.count()).toBe(plans)
  })

  it('who may not edit begins no plan', async () => {
    const room = formatRoom({ ...stage, month: shiftMonth(stage.month, 2), epoch: 1 })
    for (const role of ['member', 'cadre', 'office'] as const) {
      const socket = raw(room, { cookie: (await stage.signIn(role)).cookie })
      await expect.poll(() => socket.closed).toBe(closeCode.noSuchPlan)
    }
    const listener = raw(room, { cookie: secretary.cookie, query: '?hints=1' })
    await expect.poll(() => listener.closed).toBe(closeCode.noSuchPlan)
  })
})

describe('a frame that is none', () => {
  const frames: [string, Uint8Array | string][] = [
    ['text', 'hello'],
    ['empty', new Uint8Array(0)],
    ['of an unknown type', Uint8Array.of(77)],
    ['of an unknown sync type', Uint8Array.of(0, 9, 0)],
    ['cut short', Uint8Array.of(0, 2, 50, 1)],
    ['with something left over', Uint8Array.of(0, 0, 1, 0, 0)],
    ['with an update that is none', updateFrame(Uint8Array.of(1, 2, 3))],
    ['with a bomb', updateFrame(Uint8Array.of(1, 0x80, 0x94, 0xeb, 0xdc, 0x03))],
    ['with a state vector that is none', step1Frame(Uint8Array.of(200))],
    ['with presence that is none', awarenessFrame(Uint8Array.of(9, 9, 9))],
    ['with presence that is no JSON', awarenessFrame(presence(5, '{'))],
    ['of the server’s own', Uint8Array.of(frameType.decided, 1)],
  ]
  it.each(frames)('[W13] closes with 4409 and changes nothing: %s', async (_name, frame) => {
    const before = await rows()
    const socket = await synced(secretary)
    socket.send(frame)
    await expect.poll(() => socket.closed).toBe(closeCode.brokeProtocol)
    expect(await rows()).toBe(before)
  })

  it('[W13] closes when it is larger than a first frame, or than any', async () => {
    const early = raw(stage.room, { cookie: secretary.cookie })
    await expect.poll(() => early.types()).toContain(frameType.hello)
    early.send(new Uint8Array(100_000))
    await expect.poll(() => early.closed).toBe(closeCode.brokeProtocol)
    const late = await synced(secretary)
    late.send(step1Frame(new Uint8Array(1_048_577)))
    await expect.poll(() => late.closed).toBe(closeCode.brokeProtocol)
  })
})

describe('a write that is too large', () => {
  const limit = 1_048_576
  it('[W22] is refused with its number, and so is what follows; what came before stays', async () => {
    const socket = await synced(secretary)
    socket.send(updateFrame(assignment('small', 7_001)))
    socket.send(updateFrame(new Uint8Array(limit + 1)))
    socket.send(updateFrame(assignment('after', 7_002)))
    await expect.poll(() => socket.decided()).toBe(3)
    expect(socket.refused()).toEqual([
      { frame: 2, reason: 'tooLarge' },
      { frame: 3, reason: 'tooLarge' },
    ])
    expect(socket.closed).toBe(null)
  })

  it('[W22] is not read at all beyond twice that', async () => {
    const socket = await synced(secretary)
    socket.send(updateFrame(new Uint8Array(2 * limit)))
    await expect.poll(() => socket.closed).toBe(1009)
    expect(socket.refused()).toEqual([])
  })
})

describe('who may only look', () => {
  it.each(['member', 'cadre', 'office'] as const)(
    '[W7] %s: a forged update is refused',
    async (role) => {
      const before = await rows()
      const watching = await synced(secretary)
      // Decided behind whatever follows the step 2: from here on only news comes.
      watching.send(step2Frame(Uint8Array.of(0, 0)))
      await expect.poll(() => watching.decided()).toBe(1)
      const seen = watching.frames.length
      const socket = await synced(await stage.signIn(role))
      socket.send(updateFrame(assignment('forged')))
      socket.send(step2Frame(assignment('forged-too')))
      socket.send(step2Frame(Uint8Array.of(0, 0)))
      await expect.poll(() => socket.decided()).toBe(3)
      expect(socket.refused().map(({ frame, reason }) => [frame, reason])).toEqual([
        [1, 'readOnly'],
        [2, 'readOnly'],
        [3, 'readOnly'],
      ])
      expect(socket.types().indexOf(frameType.refused)).toBeLessThan(
        socket.types().indexOf(frameType.decided),
      )
      expect(await rows()).toBe(before)
      expect(watching.frames.slice(seen).filter((frame) => frame[0] === frameType.sync)).toEqual([])
    },
  )

  it('[W7] is not refused for the step 2 that every client sends', async () => {
    const socket = await synced(await stage.signIn('member'))
    const answer = socket.frames.find((frame) => frame[0] === frameType.sync && frame[1] === 1)
    socket.send(answer ?? new Uint8Array())
    await expect.poll(() => socket.decided()).toBe(1)
    expect(socket.refused()).toEqual([])
  })
})

describe('who may write', () => {
  it('[W5] is refused what is no plan, and everything after it', async () => {
    const before = await rows()
    const socket = await synced(secretary)
    const forged = new Y.Doc()
    forged.getMap('rights').set('an', 'secretary')
    socket.send(updateFrame(Y.encodeStateAsUpdate(forged)))
    socket.send(updateFrame(assignment('m9', 991)))
    await expect.poll(() => socket.decided()).toBe(2)
    expect(socket.refused().map(({ frame, reason }) => [frame, reason])).toEqual([
      [1, 'invalid'],
      [2, 'invalid'],
    ])
    expect(await rows()).toBe(before)
  })

  it('[W6] is asked for what is missing, once a second, and closed after 20 gaps', async () => {
    const before = await rows()
    const socket = await synced(secretary)
    socket.send(step2Frame(Uint8Array.of(0, 0)))
    await expect.poll(() => socket.decided()).toBe(1)
    const orphan = Uint8Array.of(1, 1, 0xd0, 0x0f, 5, 0, 1, 0)
    const asked = () => socket.frames.filter((frame) => frame[0] === 0 && frame[1] === 0).length
    const askedBefore = asked()
    const began = performance.now()
    for (let n = 0; n < 19; n += 1) socket.send(updateFrame(orphan))
    await expect.poll(asked).toBeGreaterThan(askedBefore)
    expect(socket.closed).toBe(null)
    expect(socket.decided()).toBe(1)
    socket.send(updateFrame(orphan))
    await expect.poll(() => socket.closed).toBe(closeCode.brokeProtocol)
    // Once for all twenty; on a machine that stood still meanwhile a second has passed, and the next question with it.
    const seconds = Math.floor((performance.now() - began) / 1_000)
    expect(asked() - askedBefore).toBeLessThanOrEqual(1 + seconds)
    expect(await rows()).toBe(before)
  })
})

describe('an epoch that is over', () => {
  it('[W10] is told nothing newer; a write is refused and ends in 4404', async () => {
    const { prisma } = stage.database
    const month = shiftMonth(stage.month, 3)
    const room = formatRoom({ ...stage, month, epoch: 1 })
    const opener = await synced(secretary, room)
    const where = { branchId_month: { branchId: stage.branchId, month } }
    await prisma.plan.update({ where, data: { epoch: 2, status: 'finalised' } })
    // The node learns of it within a second and lets everyone go who came by the old epoch.
    await expect.poll(() => opener.closed).not.toBeNull()

    const past = raw(room, { cookie: secretary.cookie })
    await expect.poll(() => past.types()).toEqual([frameType.hello, frameType.sync])
    past.send(step1Frame(Uint8Array.of(0)))
    past.send(step2Frame(Uint8Array.of(0, 0)))
    await expect.poll(() => past.decided()).toBe(1)
    expect(past.frames.filter((frame) => frame[0] === frameType.sync && frame[1] !== 0)).toEqual([])
    const before = await rows()
    past.send(updateFrame(assignment('late')))
    await expect.poll(() => past.closed).toBe(closeCode.noSuchPlan)
    expect(past.refused()).toMatchObject([{ frame: 2, reason: 'finalised' }])

    const present = await synced(secretary, formatRoom({ ...stage, month, epoch: 2 }))
    present.send(updateFrame(assignment('late')))
    await expect.poll(() => present.decided()).toBe(1)
    expect(present.refused()).toMatchObject([{ frame: 1, reason: 'finalised' }])
    expect(await rows()).toBe(before)
  })
})

describe('who only listens', () => {
  it('[W11] hears hello and changes, no document, and may send nothing', async () => {
    const listener = raw(stage.room, { cookie: secretary.cookie, query: '?hints=1' })
    await expect.poll(() => listener.types()).toEqual([frameType.hello])
    const payload = { kind: 'changed', what: 'roster', branchIds: [stage.branchId] }
    await stage.database.pool.query('select pg_notify($1, $2)', [
      'banviec',
      JSON.stringify(payload),
    ])
    await expect.poll(() => listener.types()).toEqual([frameType.hello, frameType.changed])
    listener.send(updateFrame(assignment('m1', 8)))
    await expect.poll(() => listener.closed).toBe(closeCode.brokeProtocol)
  })
})

function presence(clientId: number, json: string): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, clientId, 1]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, json)
  })
}
