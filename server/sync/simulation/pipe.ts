import type { Chance } from './chance.ts'
import type { VirtualClock } from './virtual-clock.ts'

interface Parcel {
  due: number
  bytes: number
  deliver: () => void
}

/** One direction of a line: everything arrives in its order, each thing after a delay of its own. */
export class Pipe {
  readonly #clock: VirtualClock
  readonly #chance: Chance
  readonly #queue: Parcel[] = []
  #lastDue = 0
  #stalledUntil = 0
  #isPaused = false
  #cancel: (() => void) | null = null

  constructor(clock: VirtualClock, chance: Chance) {
    this.#clock = clock
    this.#chance = chance
  }

  put(bytes: number, deliver: () => void): void {
    const delay = this.#chance.is(0.1) ? this.#chance.int(400) : this.#chance.int(20)
    this.#lastDue = Math.max(this.#lastDue, this.#clock.now() + delay)
    this.#queue.push({ due: this.#lastDue, bytes, deliver })
    this.#schedule()
  }

  /** Nothing arrives for so long. */
  stall(ms: number): void {
    this.#stalledUntil = this.#clock.now() + ms
    this.#schedule()
  }

  pause(): void {
    this.#isPaused = true
  }

  resume(): void {
    this.#isPaused = false
    this.#schedule()
  }

  /** What is on its way is lost. */
  empty(): void {
    this.#queue.length = 0
  }

  /** Bytes that cannot leave at present. */
  get stuckBytes(): number {
    if (this.#stalledUntil <= this.#clock.now()) return 0
    return this.#queue.reduce((sum, parcel) => sum + parcel.bytes, 0)
  }

  #schedule(): void {
    const [first] = this.#queue
    this.#cancel?.()
    this.#cancel = null
    if (!first || this.#isPaused) return
    const at = Math.max(first.due, this.#stalledUntil)
    this.#cancel = this.#clock.after(at - this.#clock.now(), () => {
      this.#cancel = null
      const parcel = this.#queue.shift()
      parcel?.deliver()
      if (this.#cancel === null) this.#schedule()
    })
  }
}
