import type { HistoryEntry } from '#domain/history/plan-change.ts'
import type { PackedUpdates } from './fold-order.ts'

/** Which changes somebody wants to know, the newest first. */
export interface HistoryQuestion {
  /** Only those of this group: who looks after it, and tasks there. Null for all. */
  groupId: string | null
  /** Only those that ended with a row before this one; null for the newest. */
  before: number | null
  /** Only those that ended with a row after this one. */
  after: number
  most: number
}

export interface HistoryPage {
  entries: HistoryEntry[]
  hasOlder: boolean
}

/** The next rows of a plan for the history that the thread keeps of it, and what to answer afterwards. */
export interface HistoryOrder extends PackedUpdates {
  planId: string
  /** The rows continue the history as of here; with 0 it begins anew. */
  after: number
  /** Of each row. */
  personIds: (string | null)[]
  /** Of each row, in milliseconds. */
  times: Float64Array<ArrayBuffer>
  /** Null when more rows follow. */
  question: HistoryQuestion | null
}

/** `isKnown` is false when the thread does not have the history as of `after`. */
export interface HistoryAnswer {
  isKnown: boolean
  page: HistoryPage | null
}
