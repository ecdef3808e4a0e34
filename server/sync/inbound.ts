// Second stop of a write: one client's frames, strictly in their order, no faster than is good for all.
import { closeCode, type RefusalReason } from '#domain/wire.ts'
import { type Clock, pause } from '../log/clock.ts'
import type { Connection } from './connection.ts'
import { type Frame, readFrame } from './frames.ts'
import type { Room } from './room.ts'
import type { SyncLimits } from './sync-limits.ts'
import { TokenBucket } from './token-bucket.ts'

export interface InboundOptions {
  readonly clock: Clock
  readonly limits: SyncLimits
  /** The client asked for an epoch that is over: nothing newer is told, nothing is taken. */
  readonly isPastEpoch: boolean
  /** Null, or settles when this node can bear more writes. */
  whenThereIsSpace(): Promise<void> | null
  report(what: string, error: unknown): void
}

export class Inbound {
  readonly #connection: Connection
  readonly #room: Room
  readonly #options: InboundOptions
  readonly #frames: TokenBucket
  readonly #bytes: TokenBucket
  readonly #waiting: Uint8Array[] = []
  #isBusy = false
  #hasAsked = false

  constructor(connection: Connection, room: Room, options: InboundOptions) {
    this.#connection = connection
    this.#room = room
    this.#options = options
    const { limits, clock } = options
    this.#frames = new TokenBucket(limits.framesPerSecond, limits.frameBurst, clock.now())
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, clock.now())
  }

  /** Has the client sent its SyncStep1? */
  get hasAsked(): boolean {
    return this.#hasAsked
  }

  receive(bytes: Uint8Array): void {
    if (this.#connection.isClosed) return
    this.#waiting.push(bytes)
    if (!this.#isBusy) void this.#work()
  }

  async #work(): Promise<void> {
    this.#isBusy = true
    try {
      for (let bytes = this.#waiting.shift(); bytes; bytes = this.#waiting.shift()) {
        if (this.#connection.hasLostRight) break
        const step = this.#take(bytes)
        // Most frames need no waiting; then the next follows at once.
        if (step !== null) await this.#whileNotReading(step)
      }
    } catch (error) {
      this.#options.report('a frame could not be handled', error)
      this.#connection.close(closeCode.tryLater, 'error')
    } finally {
      this.#isBusy = false
    }
  }

  async #whileNotReading(step: Promise<void>): Promise<void> {
    this.#connection.transport.pause()
    await step
    this.#connection.transport.resume()
  }

  #take(bytes: Uint8Array): Promise<void> | null {
    const { limits, clock } = this.#options
    const frame = readFrame(bytes)
    const isTooEarly = !this.#hasAsked && bytes.byteLength > limits.firstFrameBytes
    if (!frame || isTooEarly) {
      this.#connection.close(closeCode.brokeProtocol, 'frame')
      return null
    }
    const restMs = Math.max(
      this.#bytes.take(bytes.byteLength, clock.now()),
      // Presence repeats what others say and is cheap; it costs its bytes only.
      frame.kind === 'awareness' ? 0 : this.#frames.take(1, clock.now()),
    )
    const handled = this.#handle(frame)
    if (restMs === 0) return handled
    return pause(clock, restMs).then(() => handled ?? undefined)
  }

  #handle(frame: Frame): Promise<void> | null {
    const { isPastEpoch } = this.#options
    switch (frame.kind) {
      case 'step1':
        return this.#answer(frame.vector)
      case 'write':
        return this.#write(frame.update, frame.isStep2)
      case 'awareness':
        if (isPastEpoch || this.#room.presence.receive(this.#connection, frame.states)) return null
        this.#connection.close(closeCode.brokeProtocol, 'awareness')
        return null
      case 'queryAwareness':
        if (!isPastEpoch) this.#room.presence.tell(this.#connection)
        return null
    }
  }

  #answer(vector: Uint8Array): null {
    this.#hasAsked = true
    if (this.#options.isPastEpoch) return null
    try {
      this.#room.answer(this.#connection, vector)
    } catch {
      // The vector is the only thing here that came from outside.
      this.#connection.close(closeCode.brokeProtocol, 'vector')
    }
    return null
  }

  #write(update: Uint8Array, isStep2: boolean): Promise<void> | null {
    const connection = this.#connection
    const ordinal = connection.ledger.next()
    this.#room.pass('received')
    if (connection.refusing) {
      connection.refuse(ordinal, connection.refusing)
      return null
    }
    const reason = this.#reasonToRefuse()
    if (!reason) {
      const space = this.#options.whenThereIsSpace()
      const write = () => this.#room.write(connection, ordinal, update, isStep2)
      return space !== null ? space.then(() => write() ?? undefined) : write()
    }
    // Every client answers our SyncStep1 with a step 2; that one is refused only for what it adds.
    if (isStep2 && this.#room.addsNothing(connection, update)) {
      connection.decide(ordinal, isStep2)
      connection.reportDecided()
      return null
    }
    connection.refuse(ordinal, reason)
    if (this.#options.isPastEpoch) connection.close(closeCode.noSuchPlan, 'epoch')
    return null
  }

  #reasonToRefuse(): RefusalReason | null {
    if (!this.#connection.mayWrite) return 'readOnly'
    return this.#options.isPastEpoch || this.#room.status === 'finalised' ? 'finalised' : null
  }
}
