import type * as Y from 'yjs'
import { type Change, changesBetween } from './changes-between.ts'
import { type PlanPicture, takePicture } from './plan-picture.ts'
import type { PlanViewStore } from './plan-view-store.ts'

/** What came together after a time without connection. */
export interface Reunion {
  mine: readonly Change[]
  others: readonly Change[]
}

/**
 * Tells in a person's terms what is not sent: the difference between the plan as it was when everything was
 * saved and the plan as it is now.
 */
export class UnsentChanges {
  readonly #doc: Y.Doc
  readonly #views: PlanViewStore
  /** The plan before the oldest change that is not decided. */
  #base: PlanPicture | null = null
  #atReconnect: PlanPicture | null = null
  #known: { view: unknown; changes: readonly Change[] } | null = null

  constructor(doc: Y.Doc, views: PlanViewStore) {
    this.#doc = doc
    this.#views = views
  }

  /** The next change is the first that is not decided. */
  rememberBase(): void {
    this.#base = this.#picture()
    this.#known = null
  }

  /** The changes since the base; computed once per state of the document. */
  read(): readonly Change[] {
    const view = this.#views.read()
    if (this.#known?.view !== view) {
      const changes = this.#base ? changesBetween(this.#base, this.#picture()) : []
      this.#known = { view, changes }
    }
    return this.#known.changes
  }

  /** A connection is back, nothing has come over it yet. */
  reconnected(): void {
    this.#atReconnect = this.#picture()
  }

  /** The server's state has come in: who had done what meanwhile. Null when there was nothing to join. */
  joined(hasUnsent: boolean): Reunion | null {
    const before = this.#atReconnect
    this.#atReconnect = null
    if (!before) return null
    const mine = hasUnsent && this.#base ? changesBetween(this.#base, before) : []
    const others = changesBetween(before, this.#picture())
    return mine.length + others.length > 0 ? { mine, others } : null
  }

  #picture(): PlanPicture {
    return takePicture(this.#doc, this.#views.read())
  }
}
