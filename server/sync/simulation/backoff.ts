import { closeCode } from '#domain/wire.ts'
import type { Chance } from './chance.ts'

/** How long a client waits before it tries again: longer each time, as y-websocket does. */
export class Backoff {
  #attempts = 0

  /** It is connected, or begins anew. */
  reset(): void {
    this.#attempts = 0
  }

  nextMs(chance: Chance): number {
    this.#attempts += 1
    return 100 + chance.int(Math.min(500 * 2 ** this.#attempts, 5_000))
  }
}

/** When the person loads the page again after a close that is final; what is unsent waits in the outbox. */
export function reloadAfterMs(code: number, chance: Chance): number {
  return chance.between(300, code === closeCode.noRight ? 20_000 : 3_000)
}
