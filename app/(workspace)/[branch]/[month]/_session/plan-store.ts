import { mayWrite, type PlanRight, type PlanStatus, schemaVersion } from '#domain/wire.ts'
import type { ContestedMove } from './contested-moves.ts'
import { LivePlan, type LivePlanEvents, type LivePlanOptions } from './live-plan.ts'
import type { Draft } from './outbox.ts'
import { sendPastWork } from './past-work.ts'
import { type SavingState, savingState } from './saving-state.ts'

/** Why this person cannot change the plan right now. */
export type ReadOnlyReason = 'right' | 'finalised' | 'oldVersion' | 'notOpened'

/** A contested move with the other one's name, null when nobody here knows it. */
export interface ContestedView extends ContestedMove {
  name: string | null
}

/** What changes rarely: which document is live, and what may be done with it. */
export interface PlanStoreView {
  /** Counts the documents; screens and editors are keyed by it. */
  generation: number
  live: LivePlan
  right: PlanRight
  status: PlanStatus
  /** The server's plan is in the document. */
  isOpen: boolean
  readOnlyBecause: null | ReadOnlyReason
  drafts: readonly Omit<Draft, 'personId' | 'room'>[]
  contested: readonly ContestedView[]
}

export interface PlanStoreOptions extends LivePlanOptions {
  right: PlanRight
  status: PlanStatus
  /** Rows changed on the server: read them again. */
  onRows: LivePlanEvents['rows']
}

/** A tab that is being left keeps its work for some seconds; then it is looked for again. */
const lookAgainMs = 2_000
const mostLooks = 15

/**
 * The live plan of one room for as long as its pages are open: replaces the whole document, connection and
 * presence after a refusal, and tells React what is.
 */
export class PlanStore {
  readonly #options: PlanStoreOptions
  readonly #listeners = new Set<() => void>()
  readonly #savingListeners = new Set<() => void>()
  #live: LivePlan
  #generation = 0
  #drafts: PlanStoreView['drafts'] = []
  #contested: readonly ContestedView[] = []
  #view: PlanStoreView
  #saving: SavingState
  #ticking: ReturnType<typeof setTimeout> | undefined
  #isEntered = false
  #lookingBack: 'notYet' | 'now' | 'done' = 'notYet'

  constructor(options: PlanStoreOptions) {
    this.#options = options
    this.#live = this.#makeLive()
    this.#view = this.#makeView()
    this.#saving = this.#makeSaving()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly read = (): PlanStoreView => this.#view

  readonly subscribeSaving = (listener: () => void): (() => void) => {
    this.#savingListeners.add(listener)
    return () => this.#savingListeners.delete(listener)
  }
  readonly readSaving = (): SavingState => this.#saving

  get live(): LivePlan {
    return this.#live
  }

  enter(): void {
    this.#isEntered = true
    this.#live.enter()
    void this.#loadDrafts()
    this.#changed()
  }

  leave(): void {
    this.#isEntered = false
    clearTimeout(this.#ticking)
    this.#live.leave()
  }

  /** The person has done with a draft: it is deleted from this browser. */
  async forgetDraft(draft: PlanStoreView['drafts'][number]): Promise<void> {
    if (draft.id !== undefined) await this.#live.unsent?.forgetDraft(draft.id)
    this.#drafts = this.#drafts.filter((other) => other !== draft)
    this.#changed()
  }

  readonly dismissContested = (id: string): void => {
    this.#contested = this.#contested.filter((move) => move.id !== id)
    this.#changed()
  }

  /** One notice per member: what happened last is what counts. */
  #noteContested(move: ContestedMove): void {
    const others = this.#contested.filter(({ memberId }) => memberId !== move.memberId)
    const name = this.#live.nameOf(move.byClient)
    this.#contested = [...others, { ...move, name }]
    this.#changed()
  }

  #makeLive(): LivePlan {
    return new LivePlan(this.#options, {
      changed: () => this.#changed(),
      contested: (move) => this.#noteContested(move),
      rows: (what) => this.#options.onRows(what),
      refused: (draft) => void this.#replace(draft),
    })
  }

  async #replace(draft: PlanStoreView['drafts'][number]): Promise<void> {
    this.#generation += 1
    this.#live = this.#makeLive()
    this.#drafts = [...this.#drafts, draft]
    if (this.#isEntered) this.enter()
  }

  /** Drafts of earlier visits too; where nothing can be stored, those of this visit stay in memory. */
  async #loadDrafts(): Promise<void> {
    const stored = (await this.#live.unsent?.drafts()) ?? []
    if (stored.length === 0) return
    const isStored = (draft: { at: number }) => stored.some(({ at }) => at === draft.at)
    this.#drafts = [...this.#drafts.filter((draft) => !isStored(draft)), ...stored]
    this.#changed()
  }

  /** Work that an earlier visit left unsent in an epoch that is over goes where it belongs, and is told of here. */
  async #lookBack(): Promise<void> {
    this.#lookingBack = 'now'
    for (let attempt = 0; attempt < mostLooks && this.#isEntered; attempt += 1) {
      const isLeft = await sendPastWork(this.#options, this.#live.doc)
      await this.#loadDrafts()
      if (!isLeft) break
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs))
    }
    this.#lookingBack = this.#isEntered ? 'done' : 'notYet'
  }

  #changed(): void {
    if (this.#live.isOpen && this.#isEntered && this.#lookingBack === 'notYet') {
      void this.#lookBack()
    }
    const view = this.#makeView()
    if (!isSameView(view, this.#view)) {
      this.#view = view
      for (const listener of this.#listeners) listener()
    }
    this.#tick()
  }

  /** Time alone changes the state of saving as well: silence becomes "not saved". */
  #tick(): void {
    clearTimeout(this.#ticking)
    const saving = this.#makeSaving()
    if (JSON.stringify(saving) !== JSON.stringify(this.#saving)) {
      this.#saving = saving
      for (const listener of this.#savingListeners) listener()
    }
    if (this.#isEntered && saving.kind !== 'saved') {
      this.#ticking = setTimeout(() => this.#tick(), 250)
    }
  }

  #makeSaving(): SavingState {
    const last = this.#drafts.at(-1)
    const refused = last ? { reason: last.reason, isKept: last.lateEditId !== undefined } : null
    return savingState({ ...this.#live.facts(), refused }, this.#options.now())
  }

  #makeView(): PlanStoreView {
    const { hello, isOpen, closed } = this.#live
    const right = hello?.right ?? this.#options.right
    const status = hello?.status ?? this.#options.status
    const view = { generation: this.#generation, live: this.#live, right, status, isOpen }
    const notices = { drafts: this.#drafts, contested: this.#contested }
    return { ...view, ...notices, readOnlyBecause: readOnlyReason() }

    function readOnlyReason(): null | ReadOnlyReason {
      if (closed === 'noSuchPlan') return 'notOpened'
      if (closed === 'noRight' || !mayWrite(right)) return 'right'
      if (status === 'finalised') return 'finalised'
      return hello && hello.schema > schemaVersion ? 'oldVersion' : null
    }
  }
}

function isSameView(a: PlanStoreView, b: PlanStoreView): boolean {
  return (Object.keys(a) as (keyof PlanStoreView)[]).every((key) => a[key] === b[key])
}
