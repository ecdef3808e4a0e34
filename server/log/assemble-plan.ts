import { foldInto, openPlanDoc } from './fold-rows.ts'
import type { LoadedPlan, LogRow, PlanHead } from './plan-log.ts'
import type { StoredSnapshot } from './plan-snapshot.ts'

/** What is stored of one plan, as of one moment. */
export interface StoredPlan {
  head: PlanHead
  /** The newest sound one. */
  snapshot: StoredSnapshot | null
  /** Those after the snapshot up to the head. */
  rows: readonly Pick<LogRow, 'seq' | 'data'>[]
  owners: Map<number, string | null>
}

/**
 * Makes a plan's document from its snapshot and the rows after it. Throws when it cannot be made
 * whole: an empty document is never a substitute for rows.
 */
export function assemblePlan({ head, snapshot, rows, owners }: StoredPlan): LoadedPlan {
  const first = snapshot?.seq ?? 0n
  if (rows.some((row, index) => row.seq !== first + BigInt(index + 1))) {
    throw new Error(`log: rows of plan ${head.planId} are missing`)
  }
  if (first + BigInt(rows.length) !== head.seq) {
    throw new Error(`log: plan ${head.planId} ends early`)
  }
  const doc = openPlanDoc()
  const updates = rows.map((row) => row.data)
  foldInto(doc, snapshot ? [snapshot.state, ...updates] : updates)
  return {
    ...head,
    doc,
    owners,
    sinceSnapshot: {
      rows: updates.length,
      bytes: updates.reduce((sum, update) => sum + update.byteLength, 0),
    },
  }
}
