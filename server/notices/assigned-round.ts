import type { Database } from '../db/database.ts'
import type { Clock } from '../log/clock.ts'
import type { HouseReaders } from '../log/house-readers.ts'
import { tellAssigned } from './tell-assigned.ts'

export interface AssignedRoundOptions {
  readonly database: Pick<Database, 'pool'>
  readonly readers: HouseReaders
  readonly clock: Clock
  /** Something went wrong that nobody's request will tell. */
  report(error: unknown): void
}

const everyMs = 15_000
const quiet = { quiet: 60, atMost: 600 } as const

/** Looks again and again whether people are to be told of work that others gave them. */
export class AssignedRound {
  readonly #options: AssignedRoundOptions
  #running: Promise<void> = Promise.resolve()
  #callOff: () => void = () => undefined
  #isClosed = false

  constructor(options: AssignedRoundOptions) {
    this.#options = options
  }

  open(): void {
    this.#callOff = this.#options.clock.after(everyMs, () => {
      this.#running = this.#tell().then(() => {
        if (!this.#isClosed) this.open()
      })
    })
  }

  /** Ends when what was begun is done. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#callOff()
    await this.#running
  }

  async #tell(): Promise<void> {
    const { database, readers, clock, report } = this.#options
    await tellAssigned(database, readers, clock.now(), quiet).catch(report)
  }
}
