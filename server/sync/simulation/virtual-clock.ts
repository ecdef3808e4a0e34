import type { Clock } from '../../log/clock.ts'

interface Event {
  readonly at: number
  /** Of two events at one moment the one that was asked for first comes first. */
  readonly order: number
  run: (() => void) | null
}

/**
 * Time that passes only when it is told to, one event after another. After each event everything that it
 * set off and that needs no time is done before the next.
 */
export class VirtualClock implements Clock {
  readonly #heap: Event[] = []
  #now: number
  #orders = 0

  constructor(startsAt: number) {
    this.#now = startsAt
  }

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): () => void {
    this.#orders += 1
    const event: Event = { at: this.#now + Math.max(0, ms), order: this.#orders, run }
    this.#push(event)
    return () => {
      event.run = null
    }
  }

  /** Lets so many milliseconds pass. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms
    await allDone()
    for (let next = this.#heap[0]; next && next.at <= until; next = this.#heap[0]) {
      this.#pop()
      this.#now = next.at
      if (next.run === null) continue
      next.run()
      await allDone()
    }
    this.#now = until
  }

  #push(event: Event): void {
    const heap = this.#heap
    let at = heap.length
    heap.push(event)
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = heap[above]
      if (!parent || isBefore(parent, event)) break
      heap[at] = parent
      at = above
    }
    heap[at] = event
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const [a, b] = [heap[left], heap[left + 1]]
      const child = a && b && isBefore(b, a) ? left + 1 : left
      const lesser = heap[child]
      if (!lesser || isBefore(last, lesser)) break
      heap[at] = lesser
      at = child
    }
    heap[at] = last
  }
}

function isBefore(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}

/** A turn of the event loop: by its end no promise is left that could settle by itself. */
function allDone(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
