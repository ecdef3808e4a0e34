// Second stop of a write: one client's frames, strictly in their order, no faster than is good for all.
import { closeCode } from '#domain/wire.ts'
import { type Clock, pause } from '../log/clock.ts'
import type { Arrivals } from './arrivals.ts'
import type { Connection } from './connection.ts'
import { type Frame, readFrame } from './frames.ts'
import type { Room } from './room.ts'
import type { Seat } from './seat.ts'
import type { SyncLimits } from './sync-limits.ts'
import { TokenBucket } from './token-bucket.ts'

/** What is around all of a node's connections alike. */
export interface InboundSurroundings {
  readonly clock: Clock
  readonly limits: SyncLimits
  readonly arrivals: Arrivals
  /** Null, or settles when this node can bear more writes. */
  whenThereIsSpace(): Promise<void> | null
  /** Told once of a connection that writes without the right to. */
  note(line: string): void
  report(what: string, error: unknown): void
}

export class Inbound implements Seat {
  readonly #connection: Connection
  readonly #room: Room
  readonly #epoch: number
  readonly #around: InboundSurroundings
  readonly #frames: TokenBucket
  readonly #bytes: TokenBucket
  readonly #presence: TokenBucket
  readonly #waiting: Uint8Array[] = []
  #isBusy = false
  #isLeaving = false
  #hasAsked = false

  /** `epoch` is the one that the client asked for. When it is over nothing newer is told and all writes are late. */
  constructor(connection: Connection, room: Room, epoch: number, around: InboundSurroundings) {
    this.#connection = connection
    this.#room = room
    this.#epoch = epoch
    this.#around = around
    const { limits, clock } = around
    this.#frames = new TokenBucket(limits.framesPerSecond, limits.frameBurst, clock.now())
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, clock.now())
    this.#presence = new TokenBucket(limits.presencePerSecond, limits.presenceBurst, clock.now())
  }

  /** Has the client sent its SyncStep1? */
  get hasAsked(): boolean {
    return this.#hasAsked
  }

  receive(bytes: Uint8Array): void {
    if (this.#connection.isClosed) return
    this.#waiting.push(bytes)
    // A newcomer waits for its first answer.
    if (!this.#hasAsked) this.read()
    else if (!this.#isBusy) this.#around.arrivals.add(this, bytes.byteLength)
  }

  /** Reads what came. */
  read(): void {
    if (!this.#isBusy) void this.#work()
  }

  receiveText(): void {
    this.#connection.close(closeCode.brokeProtocol, 'text')
  }

  ended(): void {
    this.#connection.ended()
  }

  async #work(): Promise<void> {
    this.#isBusy = true
    try {
      for (let bytes = this.#waiting.shift(); bytes; bytes = this.#waiting.shift()) {
        if (this.#connection.hasLostRight || this.#connection.wasDismissed) break
        const step = this.#take(bytes)
        // Most frames need no waiting; then the next follows at once.
        if (step !== null) await this.#whileNotReading(step)
      }
    } catch (error) {
      this.#around.report('a frame could not be handled', error)
      this.#connection.close(closeCode.tryLater, 'error')
    } finally {
      this.#isBusy = false
      // An emptied array would keep the room that it grew to.
      if (this.#waiting.length === 0) this.#waiting.length = 0
    }
  }

  async #whileNotReading(step: Promise<void>): Promise<void> {
    this.#connection.transport.pause()
    await step
    this.#connection.transport.resume()
  }

  #take(bytes: Uint8Array): Promise<void> | null {
    const { limits, clock } = this.#around
    const frame = readFrame(bytes)
    // A write that is too large is answered as such by the gate; nothing else is ever that large.
    const isTooLarge = frame?.kind !== 'write' && bytes.byteLength > limits.frameBytes
    const isTooEarly = !this.#hasAsked && bytes.byteLength > limits.firstFrameBytes
    if (!frame || isTooEarly || isTooLarge) {
      this.#connection.close(closeCode.brokeProtocol, 'frame')
      return null
    }
    // Every client asks once. Whoever asks again pays for the answer, so that it cannot be had for nothing.
    const isAskedAgain = frame.kind === 'step1' && this.#hasAsked
    const cost = bytes.byteLength + (isAskedAgain ? this.#room.copy.bytes : 0)
    const bucket = frame.kind === 'awareness' ? this.#presence : this.#frames
    const restMs = Math.max(this.#bytes.take(cost, clock.now()), bucket.take(1, clock.now()))
    const handled = this.#handle(frame)
    if (restMs === 0) return handled
    return pause(clock, restMs).then(() => handled ?? undefined)
  }

  #handle(frame: Frame): Promise<void> | null {
    const isPastEpoch = this.#isPastEpoch
    switch (frame.kind) {
      case 'step1':
        return this.#answer(frame.vector)
      case 'write':
        return this.#write(frame.update, frame.isStep2)
      case 'awareness':
        if (isPastEpoch || this.#room.audience.presence.receive(this.#connection, frame.states))
          return null
        this.#connection.close(closeCode.brokeProtocol, 'awareness')
        return null
      case 'queryAwareness':
        if (!isPastEpoch) this.#room.audience.presence.remind(this.#connection)
        return null
    }
  }

  #answer(vector: Uint8Array): null {
    this.#hasAsked = true
    if (this.#isPastEpoch) return null
    try {
      this.#room.audience.answer(this.#connection, vector)
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
    if (connection.refusing !== null && connection.refusing !== 'finalised') {
      connection.refuse({ ordinal, isStep2 }, connection.refusing)
      return null
    }
    if (!connection.mayWrite) return this.#refuseReader(ordinal, update, isStep2)
    const space = this.#around.whenThereIsSpace()
    const write = () =>
      this.#isLate
        ? this.#writeLate(ordinal, update, isStep2)
        : this.#room.write(connection, ordinal, update, isStep2)
    return space !== null ? space.then(() => write() ?? undefined) : write()
  }

  get #isPastEpoch(): boolean {
    return this.#epoch < this.#room.epoch
  }

  get #isLate(): boolean {
    return this.#isPastEpoch || this.#room.status === 'finalised'
  }

  async #writeLate(ordinal: number, bytes: Uint8Array, isStep2: boolean): Promise<void> {
    const connection = this.#connection
    const entry = { writer: connection, ordinal, isStep2, bytes, update: null }
    await this.#room.late.take(entry, this.#epoch)
    if (!this.#isPastEpoch || connection.refusing === null || this.#isLeaving) return
    // Its client is being asked for what it builds on.
    if (this.#room.late.isWaitingForBase(connection)) return
    // What its client sent in the same breath is kept too.
    this.#isLeaving = true
    const { clock, limits } = this.#around
    clock.after(limits.lingerMs, () => connection.close(closeCode.noSuchPlan, 'epoch'))
  }

  /** Every client answers our SyncStep1 with a step 2; that one is refused only for what it adds. */
  #refuseReader(ordinal: number, update: Uint8Array, isStep2: boolean): null {
    const connection = this.#connection
    if (isStep2 && this.#room.addsNothing(connection, update)) {
      connection.decide(ordinal, isStep2)
      connection.reportDecided()
    } else {
      connection.refuse({ ordinal, isStep2 }, 'readOnly')
      this.#around.note(`refused: a write into a plan, by person ${connection.personId}`)
    }
    return null
  }
}
