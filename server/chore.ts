import type { Clock } from './log/clock.ts'

export interface ChoreOptions {
  readonly clock: Clock
  readonly everyMs: number
  work(): Promise<unknown>
  /** Something went wrong that nobody's request will tell. */
  report(error: unknown): void
}

/** What the house does again and again: so long after it was done last, and never twice at a time. */
export class Chore {
  readonly #options: ChoreOptions
  #running: Promise<void> = Promise.resolve()
  #callOff: () => void = () => undefined
  #isClosed = false

  constructor(options: ChoreOptions) {
    this.#options = options
  }

  open(): this {
    const { clock, everyMs } = this.#options
    this.#callOff = clock.after(everyMs, () => {
      this.#running = this.#work().then(() => {
        if (!this.#isClosed) this.open()
      })
    })
    return this
  }

  /** Ends when what was begun is done. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#callOff()
    await this.#running
  }

  async #work(): Promise<void> {
    const { work, report } = this.#options
    try {
      await work()
    } catch (error) {
      report(error)
    }
  }
}
