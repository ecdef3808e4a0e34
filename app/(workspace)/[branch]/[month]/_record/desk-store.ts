import type { RecordAct } from '#domain/record/record-act.ts'
import type { RecordDesk } from '#domain/record/record-desk.ts'
import { type ActOutcome, type DeskOutcome, type DeskPlan, readDesk, sendAct } from './desk-link.ts'

/** What rows know about finalising this month, as it was read last. */
export interface DeskPicture {
  desk: RecordDesk | null
  /** Why the last reading did not succeed: it is tried again, or this person may not read it (any more). */
  fault: Exclude<DeskOutcome['kind'], 'desk'> | null
  /** Acts that are under way. */
  acting: number
  /** Fields that hold words which are not kept yet, because they are not understood or the answer is not there. */
  unkept: ReadonlySet<string>
}

/** The way to the server. */
export interface DeskLink {
  readDesk(plan: DeskPlan): Promise<DeskOutcome>
  sendAct(act: RecordAct): Promise<ActOutcome>
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
  readonly #link: DeskLink
  readonly #listeners = new Set<() => void>()
  #picture: DeskPicture = { desk: null, fault: null, acting: 0, unkept: new Set() }
  #reading: Promise<void> | null = null
  #next: Promise<void> | null = null
  #sending: Promise<unknown> = Promise.resolve()

  constructor(plan: DeskPlan, link: DeskLink = { readDesk, sendAct }) {
    this.plan = plan
    this.#link = link
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly read = (): DeskPicture => this.#picture

  /** Reads the desk; done when a reading is that began no sooner than this call. */
  readonly refresh = (): Promise<void> => {
    if (this.#reading === null) {
      this.#reading = this.#readOnce().finally(() => {
        this.#reading = null
      })
      return this.#reading
    }
    this.#next ??= this.#reading.then(() => {
      this.#next = null
      return this.refresh()
    })
    return this.#next
  }

  /** Does something and reads what became of it. One act after another, in the order in which they were called. */
  readonly act = (act: DeskAct): Promise<ActOutcome> => {
    this.#show({ acting: this.#picture.acting + 1 })
    const done = this.#sending.then(() => this.#actNow(act))
    this.#sending = done
    return done
  }

  /** Says whether a field holds words that are not kept yet: until none does, nothing is final. */
  readonly hold = (field: string, isHeld: boolean): void => {
    const { unkept } = this.#picture
    if (unkept.has(field) === isHeld) return
    const others = [...unkept].filter((each) => each !== field)
    this.#show({ unkept: new Set(isHeld ? [...others, field] : others) })
  }

  async #actNow(act: DeskAct): Promise<ActOutcome> {
    const outcome = await this.#link.sendAct({ ...act, ...this.plan } as RecordAct)
    await this.refresh()
    this.#show({ acting: this.#picture.acting - 1 })
    return outcome
  }

  async #readOnce(): Promise<void> {
    const outcome = await this.#link.readDesk(this.plan)
    if (outcome.kind !== 'desk') return this.#show({ fault: outcome.kind })
    const { desk } = this.#picture
    // What did not change stays the same object, so that nothing is drawn anew.
    const isSame = JSON.stringify(desk) === JSON.stringify(outcome.desk)
    this.#show({ desk: isSame ? desk : outcome.desk, fault: null })
  }

  #show(change: Partial<DeskPicture>): void {
    this.#picture = { ...this.#picture, ...change }
    for (const listener of this.#listeners) listener()
  }
}
