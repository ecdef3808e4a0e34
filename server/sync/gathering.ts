import type { Clock } from '../log/clock.ts'

/** Collects things for a moment and hands them out together, each once. */
export class Gathering<T> {
  readonly #clock: Clock
  readonly #forMs: number
  readonly #handOut: (all: T[]) => void
  #all = new Set<T>()

  constructor(clock: Clock, forMs: number, handOut: (all: T[]) => void) {
    this.#clock = clock
    this.#forMs = forMs
    this.#handOut = handOut
  }

  add(some: Iterable<T>): void {
    if (this.#all.size === 0) this.#clock.after(this.#forMs, () => this.#empty())
    for (const one of some) this.#all.add(one)
  }

  #empty(): void {
    const all = [...this.#all]
    this.#all = new Set()
    this.#handOut(all)
  }
}
