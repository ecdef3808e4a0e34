import type { PlanContent } from '../plan-content.ts'
import type { HistoryEntry } from './plan-change.ts'

/** A change with names: who made it, and whose proposal it was, for those who may read proposals. */
export interface ToldEntry extends HistoryEntry {
  by: string | null
  proposedBy: string | null
}

export interface HistoryView {
  /** The newest first. */
  entries: readonly ToldEntry[]
  hasOlder: boolean
}

/** The plan as it was once: after which row of its log, when that was, and who sent it. */
export interface PastPlan extends PlanContent {
  seq: number
  /** Milliseconds since 1970. */
  at: number
  by: string | null
}
