// Very many come back in the same moment: the server was restarted.

import WebSocket from 'ws'
import { shiftMonth } from '#domain/months.ts'
import { formatRoom } from '#domain/rooms.ts'
import { closeCode, frameType } from '#domain/wire.ts'
import { step1Frame } from '#server/sync/frames.ts'
import { openClient } from '#server/sync/testing/stage-client.ts'
import {
  openStage,
  type SignedIn,
  type Stage,
  stageSecret,
} from '#server/sync/testing/sync-stage.ts'
import { type MortalServer, mortalServer } from '../mortal-server.ts'
import { probeHttp } from './http-probe.ts'
import { prepareParagraph } from './set-writer.ts'
import { waitUntil } from './wait-until.ts'

/** The whole of what such a client knows: nothing, so it asks for everything. */
const emptyVector = Uint8Array.of(0)

/** How a browser of ours waits before it tries again: full jitter under a bound that doubles. */
const firstPauseMs = 1_000
const longestPauseMs = 20_000

/** A browser as light as it can be: connects, asks for the plan, and comes back when it is closed. */
class StormClient {
  isSynced = false
  isRefused = false
  tries = 0
  /** Times that the server was there and sent it away for now. */
  turnedAway = 0
  readonly #url: string
  readonly #headers: Record<string, string>
  #attempts = 0
  #socket: WebSocket | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #isOver = false

  constructor(server: MortalServer, room: string, person: SignedIn, address: string) {
    this.#url = `${server.url}/${room}`
    this.#headers = { cookie: person.cookie, origin: server.origin }
    this.#address = address
  }
  readonly #address: string

  connect(): void {
    this.tries += 1
    const socket = new WebSocket(this.#url, {
      headers: this.#headers,
      localAddress: this.#address,
      perMessageDeflate: false,
      handshakeTimeout: 30_000,
    })
    this.#socket = socket
    socket.on('open', () => socket.send(step1Frame(emptyVector)))
    socket.on('message', (data: Buffer) => {
      // The answer to our question; ours is never asked of us again.
      if (data[0] === frameType.sync && data[1] === 1) {
        this.isSynced = true
        this.#attempts = 0
      }
    })
    socket.on('error', () => undefined)
    socket.on('unexpected-response', () => {
      this.turnedAway += 1
      socket.terminate()
    })
    socket.on('close', (code) => {
      if (code === closeCode.tryLater) this.turnedAway += 1
      this.isSynced = false
      if (code >= 4400 && code < 4500) this.isRefused = true
      else this.#later()
    })
  }

  #later(): void {
    if (this.#isOver) return
    const most = Math.min(firstPauseMs * 2 ** this.#attempts, longestPauseMs)
    this.#attempts += 1
    this.#timer = setTimeout(() => this.connect(), 100 + Math.random() * most)
  }

  end(): void {
    this.#isOver = true
    clearTimeout(this.#timer)
    this.#socket?.terminate()
  }
}

export interface Storm {
  clients: number
  plans: number
  /** From the new start until everyone has the plan. */
  syncedMs: number
  /** The median of them. */
  halfMs: number
  /** Connections that were tried, all clients together. */
  tries: number
  /** How many of them found the server and were sent away for now. */
  turnedAway: number
  rssMost: number
  blockedMs: number
  /** The slowest answer to a plain HTTP request meanwhile. */
  slowestHttpMs: number
}

/** Opens some plans, connects everyone, kills the server and starts it again. */
export async function storm(size: number, plans: number): Promise<Storm> {
  const stage = await openStage()
  const server = await mortalServer(stage.databaseUrl, stageSecret)
  await server.start()
  const rooms = await openPlans(stage, server, plans)
  const people: SignedIn[] = []
  // A person may hold so many connections; more people than that share an office's address.
  for (let n = 0; n < Math.ceil(size / 20); n += 1) people.push(await stage.signIn('committee'))
  const clients = Array.from({ length: size }, (_, n) => {
    const person = people[n % people.length]
    const room = rooms[n % rooms.length]
    if (!person || !room) throw new Error('nobody to storm')
    return new StormClient(server, room, person, `127.0.0.${2 + (n % 8)}`)
  })
  try {
    for (const client of clients) client.connect()
    await waitUntil('all are in', () => clients.every((client) => client.isSynced), 120_000)
    for (const client of clients) Object.assign(client, { tries: 0, turnedAway: 0 })
    await server.kill()
    await waitUntil('all know it', () => clients.every((client) => !client.isSynced), 10_000)
    await server.start()
    return await comeBack(server, clients, plans)
  } finally {
    for (const client of clients) client.end()
    await server.kill()
    await stage.close()
  }
}

async function comeBack(
  server: MortalServer,
  clients: StormClient[],
  plans: number,
): Promise<Storm> {
  const began = performance.now()
  let halfMs = 0
  const probe = probeHttp(`${server.origin}/api/health`)
  await waitUntil(
    'all are back',
    () => {
      const back = clients.filter((client) => client.isSynced).length
      if (halfMs === 0 && back * 2 >= clients.length) halfMs = performance.now() - began
      return back === clients.length
    },
    180_000,
  )
  const syncedMs = performance.now() - began
  const slowestHttpMs = await probe.end()
  return {
    clients: clients.length,
    plans,
    syncedMs,
    halfMs,
    tries: clients.reduce((sum, { tries }) => sum + tries, 0),
    turnedAway: clients.reduce((sum, { turnedAway }) => sum + turnedAway, 0),
    rssMost: server.vitals.rss.most,
    blockedMs: server.vitals.blockedMs,
    slowestHttpMs,
  }
}

async function openPlans(stage: Stage, server: MortalServer, plans: number): Promise<string[]> {
  const secretary = await stage.signIn('secretary')
  const rooms: string[] = []
  for (let n = 0; n < plans; n += 1) {
    const month = shiftMonth(stage.month, n)
    const room = formatRoom({ branchId: stage.branchId, month, epoch: 1 })
    const client = openClient(server, room, secretary)
    await waitUntil('a plan is open', () => client.isSaved(), 30_000)
    prepareParagraph(client.doc)
    await waitUntil('a plan has something in it', () => client.isSaved(), 30_000)
    client.close()
    rooms.push(room)
  }
  return rooms
}
