// One client of the load: real frames in their real order, but no document unless it is a probe.
import WebSocket from 'ws'
import * as Y from 'yjs'
import { type Dialect, dialectOf, type SystemName } from './dialect.ts'
import type { Edit } from './edits.ts'

const emptyVector = Uint8Array.of(0)
const emptyUpdate = Uint8Array.of(0, 0)
export const origin = 'http://bench.invalid'

export interface Seat {
  system: SystemName
  port: number
  room: string
  cookie: string
  clientId: number
  /** A loopback address, so that no one address has too many connections. */
  from: string
  /** Holds a document, and measures by it. */
  isProbe: boolean
  /** What the plan holds, where the server cannot tell: a relay. Null: it will tell. */
  base: Uint8Array | null
}

/** Called for each update of another client that a probe's document took in. */
export type OnSeen = (clientId: number, clock: number) => void

export class LoadClient {
  readonly seat: Seat
  readonly doc: Y.Doc | null
  /** When it sent the edit after which its clock is this. */
  readonly sentAt = new Map<number, number>()
  readonly synced: Promise<void>
  /** Milliseconds from sending each write to hearing that it is saved. */
  savedAfter: number[] = []
  updatesHeard = 0
  statesHeard = 0
  bytesHeard = 0
  /** When it was synced, by performance.now(). */
  syncedAt = 0
  closed: number | null = null
  #unsaved: number[] = []
  #writesSaved = 0
  readonly #dialect: Dialect
  readonly #socket: WebSocket
  #frames: (Edit & { bytes: Uint8Array })[] = []
  #next = 0
  #presenceClock = 0
  #onSynced: () => void = () => undefined

  constructor(seat: Seat, onSeen: OnSeen = () => undefined) {
    this.seat = seat
    this.#dialect = dialectOf(seat.system, seat.room)
    this.doc = seat.isProbe ? new Y.Doc() : null
    this.doc?.on('afterTransaction', ({ beforeState, afterState }: Y.Transaction) => {
      for (const [clientId, clock] of afterState) {
        if (clock !== (beforeState.get(clientId) ?? 0)) onSeen(clientId, clock)
      }
    })
    this.#socket = this.#connect()
    this.synced = new Promise((resolve, reject) => {
      this.#onSynced = () => {
        this.syncedAt = performance.now()
        resolve()
      }
      this.#socket.on('error', reject)
    })
    this.synced.catch(() => undefined)
  }

  #connect(): WebSocket {
    const { system, port, room, cookie, from, base } = this.seat
    const path = system === 'hocuspocus' ? '/' : `/sync/${room}`
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
      headers: { cookie },
      origin,
      localAddress: from,
      perMessageDeflate: false,
      maxPayload: 64 * 1024 * 1024,
      skipUTF8Validation: true,
    })
    socket.on('open', () => {
      this.#send(...this.#dialect.greeting(emptyVector))
      if (base) this.#beginWith(base)
    })
    socket.on('message', (data: Buffer) => this.#hear(data))
    socket.on('close', (code) => {
      this.closed = code
    })
    return socket
  }

  /** Gives it what it will send. */
  prepare(edits: readonly Edit[]): void {
    this.#frames = edits.map((edit) => ({ ...edit, bytes: this.#dialect.update(edit.update) }))
    this.#next = 0
  }

  /** Sends the next prepared edit; false when there is none. */
  edit(): boolean {
    const frame = this.#frames[this.#next]
    if (!frame) return false
    this.#next += 1
    const now = performance.now()
    if (!this.sentAt.has(frame.clock)) this.sentAt.set(frame.clock, now)
    if (this.seat.system !== 'relay') this.#unsaved.push(now)
    this.#socket.send(frame.bytes)
    if (this.doc) Y.applyUpdate(this.doc, frame.update)
    return true
  }

  get editsSent(): number {
    return this.#next
  }

  /** The clock that its own edits have reached. */
  get ownClock(): number {
    return this.#frames[this.#next - 1]?.clock ?? 0
  }

  get editsUnsaved(): number {
    return this.#unsaved.length
  }

  showPresence(states: (clock: number) => Uint8Array): void {
    this.#presenceClock += 1
    this.#socket.send(this.#dialect.presence(states(this.#presenceClock)))
  }

  close(): void {
    this.#socket.terminate()
    this.doc?.destroy()
  }

  #send(...frames: Uint8Array[]): void {
    for (const frame of frames) this.#socket.send(frame)
  }

  #hear(data: Uint8Array): void {
    this.bytesHeard += data.byteLength
    const heard = this.#dialect.hear(data)
    switch (heard.kind) {
      case 'letIn':
        return this.#send(...this.#dialect.afterLetIn(emptyVector))
      case 'step1':
        this.#unsaved.push(performance.now())
        return this.#send(this.#dialect.step2(emptyUpdate))
      case 'step2':
        return this.#beginWith(heard.update)
      case 'update':
        this.updatesHeard += 1
        if (this.doc) Y.applyUpdate(this.doc, heard.update)
        return
      case 'presence':
        this.statesHeard += heard.states
        return
      case 'saved':
        return this.#saved(heard.upTo ?? this.#writesSaved + 1)
      default:
    }
  }

  #beginWith(update: Uint8Array): void {
    if (this.doc) Y.applyUpdate(this.doc, update)
    this.#onSynced()
  }

  #saved(upTo: number): void {
    const now = performance.now()
    for (; this.#writesSaved < upTo; this.#writesSaved += 1) {
      const sent = this.#unsaved.shift()
      if (sent !== undefined) this.savedAfter.push(now - sent)
    }
  }
}
