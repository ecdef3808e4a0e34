import { limits } from '#domain/wire.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** Notices that nothing has come for too long, as y-websocket does. */
export class Silence {
  readonly #clock: VirtualClock
  readonly #onTooLong: () => void
  #since: number

  constructor(clock: VirtualClock, onTooLong: () => void) {
    this.#clock = clock
    this.#onTooLong = onTooLong
    this.#since = clock.now()
    this.#watch()
  }

  broken(): void {
    this.#since = this.#clock.now()
  }

  #watch(): void {
    const left = this.#since + limits.silenceMs - this.#clock.now()
    if (left <= 0) this.#onTooLong()
    else this.#clock.after(left, () => this.#watch())
  }
}
