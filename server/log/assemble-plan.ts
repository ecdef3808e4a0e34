import { foldInto, openPlanDoc } from './fold-rows.ts'
import type { FoldApart } from './folding-thread.ts'
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

/** Over either, updates are folded apart: it would keep everyone on the node waiting. */
const folding = { updates: 5_000, bytes: 1024 * 1024 } as const

export function isLarge(updates: readonly Uint8Array[]): boolean {
  return updates.length > folding.updates || bytesOf(updates) > folding.bytes
}

function bytesOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, update) => sum + update.byteLength, 0)
}

/** Everything that makes up the plan, in order. Throws when something is missing. */
export function updatesOf({ head, snapshot, rows }: StoredPlan): Uint8Array[] {
  const first = snapshot?.seq ?? 0n
  if (rows.some((row, index) => row.seq !== first + BigInt(index + 1))) {
    throw new Error(`log: rows of plan ${head.planId} are missing`)
  }
  if (first + BigInt(rows.length) !== head.seq) {
    throw new Error(`log: plan ${head.planId} ends early`)
  }
  const updates = rows.map((row) => row.data)
  return snapshot ? [snapshot.state, ...updates] : updates
}

/**
 * Makes a plan's document from its snapshot and the rows after it. Throws when it cannot be made
 * whole: an empty document is never a substitute for rows.
 */
export function assemblePlan(stored: StoredPlan): LoadedPlan {
  return documentOf(stored, updatesOf(stored))
}

/** The same; many rows, or large ones, become one update elsewhere first. */
export async function assembleApart(stored: StoredPlan, apart: FoldApart): Promise<LoadedPlan> {
  const updates = updatesOf(stored)
  const mustWait = isLarge(stored.rows.map((row) => row.data))
  return documentOf(stored, mustWait ? [await apart.state(updates)] : updates)
}

function documentOf(stored: StoredPlan, updates: readonly Uint8Array[]): LoadedPlan {
  const { head, rows, owners } = stored
  const doc = openPlanDoc()
  foldInto(doc, updates)
  const bytes = bytesOf(rows.map((row) => row.data))
  return { ...head, doc, owners, sinceSnapshot: { rows: rows.length, bytes } }
}
