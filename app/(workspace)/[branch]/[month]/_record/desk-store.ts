import type { RecordAct } from '#domain/record/record-act.ts'
import type { RecordDesk } from '#domain/record/record-desk.ts'
import { type ActOutcome, type DeskPlan, readDesk, sendAct } from './desk-link.ts'

/** What rows know about finalising this month, as it was read last. */
export interface DeskPicture {
  desk: RecordDesk | null
  /** The last reading did not succeed. */
  isStale: boolean
  /** Acts that are under way. */
  acting: number
}

/** The act without the plan, which the store knows. */
export type DeskAct = RecordAct extends infer Act
  ? Act extends DeskPlan
    ? Omit<Act, keyof DeskPlan>
    : never
  : never

/** Reads and writes the desk of one plan. Knows nothing of React or of sockets; whoever hears a hint calls `refresh`. */
export class DeskStore {
  readonly plan: DeskPlan
  readonly #listeners = new Set<() => void>()
  #picture: DeskPicture = { desk: null, isStale: false, acting: 0 }
  #reading: Promise<void> | null = null
  #again = false

  constructor(plan: DeskPlan) {
    this.plan = plan
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly read = (): DeskPicture => this.#picture

  /** Reads the desk. A call during a reading leads to one more afterwards. */
  readonly refresh = (): Promise<void> => {
    if (this.#reading !== null) {
      this.#again = true
      return this.#reading
    }
    this.#reading = this.#readOnce().finally(() => {
      this.#reading = null
      if (!this.#again) return
      this.#again = false
      void this.refresh()
    })
    return this.#reading
  }

  /** Does something and reads what became of it. */
  readonly act = async (act: DeskAct): Promise<ActOutcome> => {
    this.#show({ acting: this.#picture.acting + 1 })
    const outcome = await sendAct({ ...act, ...this.plan } as RecordAct)
    await this.refresh()
    this.#show({ acting: this.#picture.acting - 1 })
    return outcome
  }

  async #readOnce(): Promise<void> {
    const outcome = await readDesk(this.plan)
    if (outcome.kind === 'desk') this.#show({ desk: outcome.desk, isStale: false })
    else this.#show({ isStale: true })
  }

  #show(change: Partial<DeskPicture>): void {
    this.#picture = { ...this.#picture, ...change }
    for (const listener of this.#listeners) listener()
  }
}
