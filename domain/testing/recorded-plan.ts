import * as Y from 'yjs'
import type { HistoryRow } from '../history/plan-history.ts'
import { newPlanDoc } from '../plan-doc.ts'

/** A plan that several people write, each in a document of their own, and the rows that its log would hold. */
export class RecordedPlan {
  readonly rows: HistoryRow[] = []
  readonly #docs = new Map<string | null, { doc: Y.Doc; heard: number }>()
  /** Milliseconds; only what a test lets pass passes. */
  now = 0

  /**
   * Somebody does something, or with null the server does; each transaction is a row. Whoever is `deaf` has not seen what
   * the others did since they last did something.
   */
  by(personId: string | null, work: (doc: Y.Doc) => void, isDeaf = false): void {
    const person = this.#personOf(personId)
    const { doc } = person
    if (!isDeaf) {
      for (const { update } of this.rows.slice(person.heard)) Y.applyUpdate(doc, update)
      person.heard = this.rows.length
    }
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => updates.push(update)
    doc.on('update', keep)
    work(doc)
    doc.off('update', keep)
    for (const update of updates) {
      this.rows.push({ seq: this.rows.length + 1, personId, at: this.now, update })
    }
  }

  #personOf(personId: string | null): { doc: Y.Doc; heard: number } {
    const known = this.#docs.get(personId)
    if (known) return known
    const doc = newPlanDoc()
    doc.clientID = this.#docs.size + 1
    const person = { doc, heard: 0 }
    this.#docs.set(personId, person)
    return person
  }
}
