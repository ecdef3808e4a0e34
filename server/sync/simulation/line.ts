import type { Seat } from '../seat.ts'
import type { Transport } from '../transport.ts'
import type { Chance } from './chance.ts'
import { Pipe } from './pipe.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** The browser's end of a line. */
export interface ClientEnd {
  opened(line: Line): void
  received(frame: Uint8Array): void
  /** 1006 when it ended without a word. */
  closed(code: number): void
}

export interface LineOptions {
  readonly clock: VirtualClock
  readonly chance: Chance
  readonly client: ClientEnd
  /** Sees every frame that the server sends, at the moment it does. */
  onServerSend(frame: Uint8Array): void
}

/** A connection between one browser and one node that can be slow, stall, break, and seem alive when it is not. */
export class Line implements Transport {
  readonly #options: LineOptions
  readonly #toServer: Pipe
  readonly #toClient: Pipe
  #seat: Seat | null = null
  #serverKnows = false
  #clientKnows = false
  #isCut = false

  constructor(options: LineOptions) {
    this.#options = options
    this.#toServer = new Pipe(options.clock, options.chance)
    this.#toClient = new Pipe(options.clock, options.chance)
  }

  /** The server has given it a seat. */
  seat(seat: (transport: Transport) => Seat): void {
    this.#toClient.put(0, () => this.#options.client.opened(this))
    this.#seat = seat(this)
  }

  get isCut(): boolean {
    return this.#isCut
  }

  /** Does its browser still hold it for a connection? */
  get isOpenToClient(): boolean {
    return !this.#clientKnows
  }

  send(frame: Uint8Array): void {
    if (this.#serverKnows) return
    this.#options.onServerSend(frame)
    if (this.#isCut) return
    // The bytes leave at once, as they would in a socket; what is done to the array later is no matter.
    const copy = frame.slice()
    this.#toClient.put(copy.byteLength, () => {
      if (!this.#clientKnows) this.#options.client.received(copy)
    })
  }

  close(code: number): void {
    if (this.#serverKnows || this.#isCut) return
    this.#toClient.put(4, () => {
      this.#tellClient(code)
      this.#toServer.resume()
      this.#toServer.put(4, () => this.#tellServer())
    })
  }

  terminate(): void {
    this.#tellServer()
    this.cut(this.#options.chance.int(200), 0)
  }

  pause(): void {
    this.#toServer.pause()
  }

  resume(): void {
    this.#toServer.resume()
  }

  get bufferedBytes(): number {
    return this.#toClient.stuckBytes
  }

  sendToServer(frame: Uint8Array): void {
    if (this.#clientKnows || this.#isCut) return
    const copy = frame.slice()
    this.#toServer.put(copy.byteLength, () => {
      if (!this.#serverKnows) this.#seat?.receive(copy)
    })
  }

  sendTextToServer(): void {
    if (!this.#clientKnows && !this.#isCut) this.#toServer.put(4, () => this.#seat?.receiveText())
  }

  /** The browser closes it; the server reads everything before it sees that. */
  closeByClient(): void {
    this.#clientKnows = true
    if (!this.#isCut) this.#toServer.put(4, () => this.#tellServer())
  }

  /** It breaks: what is on its way is lost, and each end finds out in its own time. */
  cut(clientKnowsAfterMs: number, serverKnowsAfterMs: number): void {
    if (this.#isCut) return
    this.#isCut = true
    this.#toServer.empty()
    this.#toClient.empty()
    const { clock } = this.#options
    clock.after(clientKnowsAfterMs, () => this.#tellClient(1006))
    clock.after(serverKnowsAfterMs, () => this.#tellServer())
  }

  stallToClient(ms: number): void {
    this.#toClient.stall(ms)
  }

  stallToServer(ms: number): void {
    this.#toServer.stall(ms)
  }

  #tellClient(code: number): void {
    if (this.#clientKnows) return
    this.#clientKnows = true
    this.#options.client.closed(code)
  }

  #tellServer(): void {
    if (this.#serverKnows) return
    this.#serverKnows = true
    this.#toClient.empty()
    this.#seat?.ended()
  }
}
