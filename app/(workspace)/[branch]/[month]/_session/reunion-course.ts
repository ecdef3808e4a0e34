import type { SavingFacts } from './saving-state.ts'
import type { Reunion } from './unsent-changes.ts'

/** The last time that this device's unsent work and the others' came together, and when it was all saved. */
export class ReunionCourse {
  #present: Reunion | null = null
  #savedAt: number | null = null

  get present(): Reunion | null {
    return this.#present
  }

  began(reunion: Reunion): void {
    this.#present = reunion
    this.#savedAt = null
  }

  /** Everything is saved. Only the first time after it began counts. */
  saved(at: number): void {
    if (this.#present) this.#savedAt ??= at
  }

  /** Null until it is saved. */
  fact(): SavingFacts['merged'] {
    if (!this.#present || this.#savedAt === null) return null
    const { mine, others } = this.#present
    return { sent: mine.length, others: others.length, at: this.#savedAt }
  }
}
