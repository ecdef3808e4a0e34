import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { closeCode, frameType } from '#domain/wire.ts'
import { type Asker, askers, framesFromServer, framesToServer } from '../auth/rights-matrix.ts'
import { announce } from '../db/announce.ts'
import { openPlanDoc } from '../log/fold-rows.ts'
import { awarenessFrame, step1Frame, step2Frame, updateFrame } from './frames.ts'
import { openRaw, type RawSocket } from './testing/raw-socket.ts'
import { openClient } from './testing/stage-client.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'

let stage: Stage
let node: Node
let people: ReadonlyMap<Asker, SignedIn | null>
const sockets: RawSocket[] = []

beforeAll(async () => {
  stage = await openStage()
  node = await stage.openNode({ beatEveryMs: 200 })
  const branch = await stage.database.prisma.orgUnit.create({
    data: { kind: 'branch', name: 'Chi bộ khác', parentId: stage.communeId },
  })
  const signedIn = await Promise.all(
    askers.map(async (asker) => {
      if (asker === 'nobody') return [asker, null] as const
      const person = await stage.signIn(asker === 'elsewhere' ? null : asker)
      if (asker === 'elsewhere') {
        const { personId } = person
        await stage.database.prisma.role.create({
          data: { personId, unitId: branch.id, role: 'secretary' },
        })
      }
      return [asker, person] as const
    }),
  )
  people = new Map(signedIn)
  const secretary = people.get('secretary')
  if (!secretary) throw new Error('no secretary')
  const opener = openClient(node, stage.room, secretary)
  await vi.waitUntil(() => opener.isSaved(), { timeout: 20_000 })
  opener.close()
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})
afterAll(() => stage.close())

function connect(asker: Asker, query = ''): RawSocket {
  const socket = openRaw(node, stage.room, { cookie: people.get(asker)?.cookie, query })
  sockets.push(socket)
  return socket
}

/** Has asked for the plan and was given it, or was turned away. */
async function seated(asker: Asker): Promise<RawSocket | null> {
  const socket = connect(asker)
  await expect
    .poll(() => socket.types().includes(frameType.hello) || socket.closed !== null)
    .toBe(true)
  if (socket.closed !== null) {
    expect(socket.frames).toEqual([])
    const code = asker === 'nobody' ? closeCode.signInAgain : closeCode.noRight
    expect(socket.closed).toBe(code)
    return null
  }
  socket.send(step1Frame(Uint8Array.of(0)))
  await expect.poll(() => isAnswered(socket)).toBe(true)
  return socket
}

function isAnswered(socket: RawSocket): boolean {
  return socket.frames.some((frame) => frame[0] === frameType.sync && frame[1] === 1)
}

let written = 4_000
/** What any editor could write. */
function novelty(): Uint8Array {
  written += 1
  const doc = openPlanDoc()
  doc.clientID = written
  assignMember(doc, { memberId: `m${written}`, target: { kind: 'group', id: 'g1' } })
  return Y.encodeStateAsUpdate(doc)
}

function presence(clientId: number): Uint8Array {
  return awarenessFrame(
    encoding.encode((encoder) => {
      for (const number of [1, clientId, 1]) encoding.writeVarUint(encoder, number)
      encoding.writeVarString(encoder, JSON.stringify({ open: { kind: 'plan' } }))
    }),
  )
}

const rows = () => stage.database.prisma.planUpdate.count()
const count = (socket: RawSocket, type: number) =>
  socket.types().filter((each) => each === type).length

/** Is the write in the log? Decided either way first. */
async function isWritten(socket: RawSocket, frame: Uint8Array): Promise<boolean> {
  const before = await rows()
  socket.send(frame)
  await expect.poll(() => socket.decided()).toBeGreaterThan(0)
  return (await rows()) > before
}

async function showsAtOthers(socket: RawSocket, frame: Uint8Array): Promise<boolean> {
  const watching = await seated('deputy')
  if (!watching) throw new Error('the deputy may look')
  const before = count(watching, frameType.awareness)
  socket.send(frame)
  await expect.poll(() => count(watching, frameType.awareness)).toBeGreaterThan(before)
  return true
}

async function isToldWhoIsHere(socket: RawSocket): Promise<boolean> {
  const other = await seated('deputy')
  other?.send(presence(900_001))
  await expect.poll(() => count(socket, frameType.awareness)).toBeGreaterThan(0)
  const before = count(socket, frameType.awareness)
  socket.send(Uint8Array.of(frameType.queryAwareness))
  await expect.poll(() => count(socket, frameType.awareness)).toBeGreaterThan(before)
  return true
}

/** How each frame of the table is tried, by somebody who has a seat. */
const attempts: Readonly<Record<string, (socket: RawSocket) => Promise<boolean>>> = {
  'sync: step 1': async (socket) => isAnswered(socket),
  'sync: step 2 with something new': (socket) => isWritten(socket, step2Frame(novelty())),
  'sync: update': (socket) => isWritten(socket, updateFrame(novelty())),
  awareness: (socket) => showsAtOthers(socket, presence(written)),
  queryAwareness: isToldWhoIsHere,
  ...Object.fromEntries(
    (['hello', 'decided', 'refused', 'changed', 'beat'] as const).map((name) => [
      name,
      async (socket: RawSocket) => {
        socket.send(Uint8Array.of(frameType[name], 1))
        await expect.poll(() => socket.closed).toBe(closeCode.brokeProtocol)
        return false
      },
    ]),
  ),
}

describe('frames to the server', () => {
  it.each(Object.keys(framesToServer))('[Q19] %s', async (name) => {
    const passed: Record<string, boolean> = {}
    for (const asker of askers) {
      const socket = await seated(asker)
      passed[asker] = socket !== null && (await (attempts[name]?.(socket) ?? fail(name)))
      socket?.close()
    }
    const wanted = askers.map((asker) => [asker, framesToServer[name]?.[asker] !== '-'])
    expect(passed).toEqual(Object.fromEntries(wanted))
  })

  it('[Q19] none from whoever only listens, and none to a listener of no right', async () => {
    for (const asker of askers) {
      const listener = connect(asker, '?hints=1')
      await expect.poll(() => listener.frames.length > 0 || listener.closed !== null).toBe(true)
      const mayListen = framesFromServer['changed']?.[asker] !== '-'
      expect([asker, listener.types().includes(frameType.hello)]).toEqual([asker, mayListen])
      if (!mayListen) continue
      const before = await rows()
      listener.send(updateFrame(novelty()))
      await expect.poll(() => listener.closed).toBe(closeCode.brokeProtocol)
      expect(await rows()).toBe(before)
    }
  })

  it('[Q18] a write without the right, and a knock at another branch, are noted once each', async () => {
    const before = node.notes.length
    const cadre = await seated('cadre')
    for (let n = 0; n < 3; n += 1) cadre?.send(updateFrame(novelty()))
    await expect.poll(() => cadre?.decided()).toBe(3)
    await seated('elsewhere')
    expect(node.notes.slice(before)).toEqual([
      `refused: a write into a plan, by person ${people.get('cadre')?.personId}`,
      `refused: a plan’s socket, by person ${people.get('elsewhere')?.personId}`,
    ])
  })
})

describe('frames from the server', () => {
  it('[Q19] reach those who may look, and nobody else', async () => {
    const heard: Record<string, Record<string, boolean>> = {}
    const sockets: [Asker, RawSocket | null][] = []
    for (const asker of askers) sockets.push([asker, await seated(asker)])
    for (const [, socket] of sockets) socket?.send(updateFrame(novelty()))
    const editor = await seated('committee')
    editor?.send(presence(900_002))
    await announce(stage.database.pool, {
      kind: 'changed',
      what: 'comments',
      branchIds: [stage.branchId],
    })
    for (const [asker, socket] of sockets) {
      const types = () => new Set(socket?.types() ?? [])
      const names = Object.keys(framesFromServer) as (keyof typeof frameType)[]
      const wanted = names.map((name) => [name, framesFromServer[name]?.[asker] !== '-'])
      const present = () => names.map((name) => [name, types().has(frameType[name])])
      await expect.poll(present, { message: asker }).toEqual(wanted)
      heard[asker] = Object.fromEntries(present())
    }
    expect(Object.keys(heard)).toEqual([...askers])
  })
})

function fail(name: string): never {
  throw new Error(`no attempt at ${name}`)
}
