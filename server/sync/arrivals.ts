import type { Clock } from '../log/clock.ts'

/** Someone with frames that came and are not read yet. */
export interface Reader {
  /** Reads all of them. */
  read(): void
}

/** With more than this waiting, all is read at once. */
const mostBytes = 64 * 1024

/**
 * Frames from all sockets, read together no sooner than `everyMs` after those before them, right before a commit
 * if there is one. Read alone, each as it comes, one costs about twice as much: by then the processor's caches
 * hold nothing of what reading it takes.
 */
export class Arrivals {
  readonly #clock: Clock
  readonly #everyMs: number
  #readers = new Set<Reader>()
  #bytes = 0
  #readAt = Number.NEGATIVE_INFINITY
  #cancel: (() => void) | null = null

  constructor(clock: Clock, everyMs: number) {
    this.#clock = clock
    this.#everyMs = everyMs
  }

  add(reader: Reader, bytes: number): void {
    this.#readers.add(reader)
    this.#bytes += bytes
    if (this.#bytes > mostBytes) this.readAll()
    else this.#cancel ??= this.#clock.after(this.#restMs, () => this.readAll())
  }

  get #restMs(): number {
    return Math.max(0, this.#everyMs - (this.#clock.now() - this.#readAt))
  }

  readAll(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#readAt = this.#clock.now()
    const readers = this.#readers
    this.#readers = new Set()
    this.#bytes = 0
    for (const reader of readers) reader.read()
  }
}
