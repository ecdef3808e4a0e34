import type * as Y from 'yjs'
import type { PlanView } from '#domain/plan-view.ts'
import { readPlan } from '#domain/read-plan.ts'

/** Milliseconds in which what others send is gathered before the screens are told: less than one frame. */
const gatherMs = 12

export interface PlanViewStore {
  /** The view of the document as it is now; the same object until the document changes. */
  read(): PlanView
  subscribe(listener: () => void): () => void
  close(): void
}

/** Reads a document once per change, however many screens ask. One's own changes are told at once. */
export function planViewStore(doc: Y.Doc): PlanViewStore {
  const listeners = new Set<() => void>()
  let view: PlanView | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell(): void {
    clearTimeout(timer)
    timer = undefined
    for (const listener of listeners) listener()
  }
  function changed(_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) {
    view = null
    if (transaction.local) tell()
    else timer ??= setTimeout(tell, gatherMs)
  }
  doc.on('update', changed)

  return {
    read() {
      view ??= readPlan(doc)
      return view
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      clearTimeout(timer)
      doc.off('update', changed)
    },
  }
}
