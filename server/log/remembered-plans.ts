import type * as Y from 'yjs'
import { foldInto, openPlanDoc } from './fold-rows.ts'

interface Remembered {
  doc: Y.Doc
  seq: bigint
  bytes: number
}

/** Bytes of updates that the remembered documents were made of, all together. A document takes some ten times that. */
const mostBytes = 12 * 1024 * 1024

/** The documents that a reading thread made lately, so that the next question costs only the rows since. */
export class RememberedPlans {
  /** The one used last comes last. */
  readonly #plans = new Map<string, Remembered>()

  /**
   * The document of a plan at `seq` or later: the one remembered as of `after` with these updates added, or of the
   * updates alone when `after` is 0. Null when it is not remembered so. Throws what folding throws, and then remembers
   * nothing. Nobody may change it.
   */
  documentAt(
    planId: string,
    after: bigint,
    seq: bigint,
    updates: readonly Uint8Array[],
  ): { doc: Y.Doc; seq: bigint } | null {
    const held = after > 0n ? this.#plans.get(planId) : null
    if (after > 0n && (!held || held.seq < after)) return null
    this.#plans.delete(planId)
    const doc = held?.doc ?? openPlanDoc()
    // Rows that it has already, since two questions were on their way at once, change nothing.
    foldInto(doc, updates)
    const added = updates.reduce((sum, update) => sum + update.byteLength, 0)
    const reached = held && held.seq > seq ? held.seq : seq
    const remembered = { doc, seq: reached, bytes: added + (held?.bytes ?? 0) }
    this.#plans.set(planId, remembered)
    this.#forgetOldest()
    return remembered
  }

  #forgetOldest(): void {
    let bytes = [...this.#plans.values()].reduce((sum, plan) => sum + plan.bytes, 0)
    for (const [planId, plan] of this.#plans) {
      if (bytes <= mostBytes || this.#plans.size === 1) return
      this.#plans.delete(planId)
      bytes -= plan.bytes
    }
  }
}
