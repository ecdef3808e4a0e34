import * as Y from 'yjs'
import { closeCode, limits, mayWrite, type PlanRight, type RefusalReason } from '#domain/wire.ts'
import type { Clock } from '../log/clock.ts'
import { Draining } from './draining.ts'
import { beatFrame, decidedFrame, refusedFrame, step1Frame, updateFrame } from './frames.ts'
import type { Guest } from './guest.ts'
import type { SyncLimits } from './sync-limits.ts'
import type { Transport } from './transport.ts'
import { WriteLedger } from './write-ledger.ts'

/** One write frame among those of its connection. */
export interface WriteFrame {
  /** Counted from 1. */
  readonly ordinal: number
  readonly isStep2: boolean
}

/**
 * One client at one plan: what it was told, which of its writes are decided, and how far behind its socket
 * is. It knows frames and no documents; the room decides.
 */
export class Connection {
  readonly guest: Guest
  readonly transport: Transport
  readonly ledger = new WriteLedger()
  sessionExpiresAt: Date
  /** The plan's rights_rev before its right was last read. */
  rightsRev: bigint
  /** Set once the client's SyncStep1 came; updates go out only after its answer. */
  isSynced = false
  isClosed = false
  /** Its right was taken away: what it still has in the queue must not be written. */
  hasLostRight = false
  /** The server closed it: what came behind the reason is not looked at. */
  wasDismissed = false
  /** Set by the first refusal; every later write is refused for the same reason. */
  refusing: RefusalReason | null = null
  #sentDecided = 0
  #hasSentStep2 = false
  #gaps = 0
  #askedAt = Number.NEGATIVE_INFINITY
  #cancelAsk: (() => void) | null = null
  /** The state vector before what it was not sent. */
  #lag: Uint8Array | null = null
  readonly #draining = new Draining()
  readonly #clock: Clock
  readonly #limits: SyncLimits

  /** Called once, when it is over for whatever reason. */
  onEnd: () => void = () => undefined
  /** Something of it was decided since the last look; its session is in use. */
  hasWritten = false

  constructor(guest: Guest, transport: Transport, clock: Clock, syncLimits: SyncLimits) {
    this.guest = guest
    this.transport = transport
    this.sessionExpiresAt = guest.sessionExpiresAt
    this.rightsRev = guest.rightsRev
    this.#clock = clock
    this.#limits = syncLimits
  }

  get personId(): string {
    return this.guest.personId
  }

  get sessionId(): string {
    return this.guest.sessionId
  }

  get name(): string {
    return this.guest.name
  }

  get right(): PlanRight {
    return this.guest.right
  }

  get mayWrite(): boolean {
    return mayWrite(this.guest.right)
  }

  /** Sends a frame that must not be skipped. */
  send(frame: Uint8Array): void {
    if (!this.isClosed) this.#push(frame)
  }

  /** Sends what everyone gets. A socket that is behind gets one difference instead, once it has drained. */
  share(frame: Uint8Array, before: () => Uint8Array): void {
    if (this.isClosed || !this.isSynced || this.#lag) return
    if (this.transport.bufferedBytes + frame.byteLength <= this.#limits.laggingBytes) {
      this.#push(frame)
    } else {
      this.#lag = before()
    }
  }

  /** Sends who is where, when there is room for it. */
  showPresence(frame: Uint8Array): void {
    if (
      !this.isClosed &&
      this.isSynced &&
      this.transport.bufferedBytes < this.#limits.drainedBytes
    ) {
      this.#push(frame)
    }
  }

  /**
   * Called now and then: brings a drained socket up to date, and gives up one that does not drain. A line that
   * is only slow is given all the time that it takes.
   */
  relieve(doc: Y.Doc): void {
    const { hopelessBytes, drainedBytes, laggingMs } = this.#limits
    const buffered = this.transport.bufferedBytes
    const stalledMs = this.#draining.stalledMs(buffered, drainedBytes, this.#clock.now())
    if (buffered > hopelessBytes || stalledMs > laggingMs) this.terminate()
    if (this.isClosed || !this.#lag || buffered > drainedBytes) return
    const vector = this.#lag
    this.#lag = null
    this.send(updateFrame(Y.encodeStateAsUpdate(doc, vector)))
  }

  #push(frame: Uint8Array): void {
    this.#draining.noteSent(frame.byteLength)
    this.transport.send(frame)
  }

  beat(): void {
    this.send(beatFrame())
  }

  /** These writes are in the log, or added nothing to it. Tell the client with `reportDecided`. */
  decide(ordinal: number, isStep2: boolean): void {
    this.#gaps = 0
    this.hasWritten = true
    if (isStep2) {
      this.#hasSentStep2 = true
      this.ledger.decideStep2(ordinal)
    } else this.ledger.decide(ordinal)
  }

  reportDecided(): void {
    const { decided } = this.ledger
    if (decided <= this.#sentDecided) return
    this.#sentDecided = decided
    this.send(decidedFrame(decided))
  }

  /**
   * This write was not taken, and no later one will be. A step 2 that is refused takes the frames along that
   * waited for it, since it repeats them.
   */
  refuse(
    { ordinal, isStep2 }: WriteFrame,
    reason: RefusalReason,
    lateEditId: string | null = null,
  ): void {
    this.refusing ??= reason
    const late = lateEditId === null ? {} : { lateEditId }
    for (const frame of isStep2 ? [...this.ledger.gapsBefore(ordinal), ordinal] : [ordinal]) {
      this.send(refusedFrame({ frame, reason: this.refusing, ...late }))
      this.ledger.decide(frame)
    }
    this.reportDecided()
  }

  /** This write builds on something that is not here. `vector` is what is. */
  noteGap(ordinal: number, isStep2: boolean, vector: () => Uint8Array): void {
    this.ledger.waitForStep2(ordinal)
    this.askForBase(isStep2, vector)
  }

  /** Asks for what a write of this client builds on, or gives the client up that leaves gap after gap. */
  askForBase(isStep2: boolean, vector: () => Uint8Array): void {
    if (isStep2) this.#hasSentStep2 = true
    this.#gaps += 1
    const most = this.#hasSentStep2 ? limits.gapsBeforeClose : this.#limits.gapsBeforeFirstStep2
    if (this.#gaps >= most) this.close(closeCode.brokeProtocol, 'gaps')
    else this.#ask(vector)
  }

  /** Its right was read and is the same; `rev` was read before. */
  noteRight(rev: bigint): void {
    if (!this.hasLostRight && rev > this.rightsRev) this.rightsRev = rev
  }

  /** Closes because of a right that is gone or another; nothing that waits may be written in its name. */
  loseRight(code: number, reason: string): void {
    this.hasLostRight = true
    this.close(code, reason)
  }

  close(code: number, reason: string): void {
    if (this.isClosed) return
    this.wasDismissed = true
    this.ended()
    this.transport.close(code, reason)
    // A client that does not answer the close is not waited for.
    this.#clock.after(this.#limits.closeWithinMs, () => this.transport.terminate())
  }

  terminate(): void {
    this.ended()
    this.transport.terminate()
  }

  /** The socket is gone, or about to be: nothing is sent any more. */
  ended(): void {
    if (this.isClosed) return
    this.isClosed = true
    this.#cancelAsk?.()
    this.onEnd()
  }

  /** Asks for everything that is missing, at most once a second. */
  #ask(vector: () => Uint8Array): void {
    if (this.#cancelAsk) return
    const wait = this.#askedAt + limits.resyncAtMostEveryMs - this.#clock.now()
    const ask = () => {
      this.#cancelAsk = null
      this.#askedAt = this.#clock.now()
      this.send(step1Frame(vector()))
    }
    if (wait <= 0) ask()
    else this.#cancelAsk = this.#clock.after(wait, ask)
  }
}

/** All of these are durable, or add nothing; each client is told once. */
export function decideAll(writes: readonly (WriteFrame & { writer: Connection })[]): void {
  for (const { writer, ordinal, isStep2 } of writes) writer.decide(ordinal, isStep2)
  for (const writer of new Set(writes.map((write) => write.writer))) writer.reportDecided()
}
