// One connection through a bad line: its bytes, in order, both ways.
import type { Socket } from 'node:net'

/** What one direction of the line does to the bytes. Left out: nothing. */
export interface LineFault {
  /** Milliseconds that every chunk takes, and how much more or less; order is kept. */
  delayMs?: number
  jitterMs?: number
  /** Hands on pieces of 1 to so many bytes. */
  slice?: number
  bytesPerSecond?: number
  /** Hands nothing on and reads nothing, until the fault is taken away. */
  isStalled?: boolean
  /** Swallows everything, as a firewall does that has forgotten the connection. */
  isDropping?: boolean
}

export type Direction = 'up' | 'down'

/** Where the line breaks: after so many bytes of one connection, or at the chunk that holds these bytes. */
export interface Break {
  direction: Direction
  at: number | string
  /** Does the chunk that breaks it still arrive? */
  isDelivered: boolean
  /** Nothing breaks here after all: somebody only wants to know. */
  goesOn?: boolean
  /** Called in the moment of the break, before anybody can have noticed it. */
  onBreak?: () => void
}

export interface PendingBreak extends Break {
  told(): void
}

interface Surroundings {
  readonly faults: Record<Direction, LineFault>
  readonly breaks: PendingBreak[]
  random(): number
}

/** One connection through the link. */
export class FaultLine {
  readonly near: Socket
  readonly far: Socket
  readonly #flows: readonly Flow[]
  onEnd: () => void = () => undefined

  constructor(near: Socket, far: Socket, around: Surroundings) {
    this.near = near
    this.far = far
    const cut = () => this.cut()
    this.#flows = [new Flow('up', near, far, around, cut), new Flow('down', far, near, around, cut)]
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        if (near.destroyed && far.destroyed) this.onEnd()
      })
    }
  }

  /** The faults are others now. */
  move(): void {
    for (const flow of this.#flows) flow.move()
  }

  cut(): void {
    for (const flow of this.#flows) flow.stop()
    for (const socket of [this.near, this.far]) {
      if (!socket.destroyed) socket.resetAndDestroy()
    }
    this.onEnd()
  }
}

/** The bytes of one direction: read, held as long as the fault says, written in the order they came. */
class Flow {
  readonly #direction: Direction
  readonly #from: Socket
  readonly #to: Socket
  readonly #around: Surroundings
  readonly #cut: () => void
  readonly #waiting: { bytes: Buffer; dueAt: number }[] = []
  #passed = 0
  #freeAt = 0
  /** How the reading side ended; told to the other once everything before it was handed on. */
  #end: 'no' | 'half' | 'whole' = 'no'
  #isStopped = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    direction: Direction,
    from: Socket,
    to: Socket,
    around: Surroundings,
    cut: () => void,
  ) {
    this.#direction = direction
    this.#from = from
    this.#to = to
    this.#around = around
    this.#cut = cut
    from.on('data', (bytes: Buffer) => this.#take(bytes))
    from.on('end', () => this.#ended('half'))
    from.on('close', () => this.#ended('whole'))
    to.on('drain', () => this.move())
    this.move()
  }

  get #fault(): LineFault {
    return this.#around.faults[this.#direction]
  }

  #ended(how: 'half' | 'whole'): void {
    this.#end = how
    this.move()
  }

  #take(bytes: Buffer): void {
    const { delayMs = 0, jitterMs = 0, isDropping = false } = this.#fault
    if (isDropping) return
    const breaking = this.#around.breaks.findIndex(
      ({ direction, at }) =>
        direction === this.#direction &&
        (typeof at === 'number' ? this.#passed + bytes.byteLength >= at : bytes.includes(at)),
    )
    this.#passed += bytes.byteLength
    const [place] = breaking < 0 ? [] : this.#around.breaks.splice(breaking, 1)
    if (place && !place.goesOn) {
      this.#break(bytes, place)
      return
    }
    place?.onBreak?.()
    place?.told()
    const last = this.#waiting.at(-1)?.dueAt ?? 0
    const extra = delayMs + (this.#around.random() * 2 - 1) * jitterMs
    this.#waiting.push({ bytes, dueAt: Math.max(last, Date.now() + extra) })
    this.move()
  }

  #break(bytes: Buffer, place: PendingBreak): void {
    if (place.isDelivered) {
      const held = this.#waiting.splice(0).map((piece) => piece.bytes)
      // Ended and not reset, so that it arrives although nobody will hear the answer.
      this.#to.end(Buffer.concat([...held, bytes]))
      this.#to.destroySoon()
      this.#from.resetAndDestroy()
    } else this.#cut()
    place.onBreak?.()
    place.told()
  }

  /** Writes what is due, and comes back for the rest. */
  move(): void {
    if (this.#isStopped) return
    clearTimeout(this.#timer)
    const now = Date.now()
    if (this.#fault.isStalled) {
      this.#from.pause()
      return
    }
    // Pieces that leave in one moment would arrive as one.
    const most = this.#fault.slice === undefined ? Number.POSITIVE_INFINITY : 8
    for (let count = 0; count < most && this.#isWritable(now); count += 1) this.#writeOne(now)
    const next = this.#waiting[0]
    if (next === undefined && !this.#fault.isDropping) this.#tellEnd()
    // Backpressure goes through the link as it does through a wire.
    const isFull = this.#waiting.length > 256 || this.#to.writableNeedDrain
    if (isFull) this.#from.pause()
    else this.#from.resume()
    if (next === undefined || this.#to.writableNeedDrain) return
    const dueAt = Math.max(next.dueAt, this.#freeAt)
    this.#timer = setTimeout(() => this.move(), Math.max(1, dueAt - now))
  }

  #tellEnd(): void {
    if (this.#end === 'half') this.#to.end()
    if (this.#end === 'whole') this.#to.destroySoon()
  }

  #isWritable(now: number): boolean {
    const next = this.#waiting[0]
    if (next === undefined || this.#to.writableNeedDrain) return false
    return Math.max(next.dueAt, this.#freeAt) <= now
  }

  #writeOne(now: number): void {
    const { slice, bytesPerSecond } = this.#fault
    const next = this.#waiting.shift()
    if (next === undefined) return
    const most = slice === undefined ? 16_384 : 1 + Math.floor(this.#around.random() * slice)
    const piece = next.bytes.subarray(0, most)
    const rest = next.bytes.subarray(piece.byteLength)
    if (rest.byteLength > 0) this.#waiting.unshift({ bytes: rest, dueAt: next.dueAt })
    if (bytesPerSecond !== undefined)
      this.#freeAt = now + (piece.byteLength / bytesPerSecond) * 1000
    this.#to.write(piece)
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }
}
