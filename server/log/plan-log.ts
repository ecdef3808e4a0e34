import type * as Y from 'yjs'
import type { PlanStatus } from '#domain/wire.ts'

/** What the row of a plan says, apart from its content. */
export interface PlanHead {
  planId: string
  branchId: string
  month: string
  epoch: number
  status: PlanStatus
  /** Rows in the log. */
  seq: bigint
  /** Rises whenever someone's right to write this plan changes. */
  rightsRev: bigint
}

/** A plan's document as the committed rows make it, and who owns the Yjs client ids in it. */
export interface LoadedPlan extends PlanHead {
  doc: Y.Doc
  owners: Map<number, string | null>
  /** Rows and bytes that the newest snapshot does not cover. */
  sinceSnapshot: { rows: number; bytes: number }
}

/** What one author adds to one plan: one row. */
export interface AppendRow {
  author: string
  data: Uint8Array
}

/** Everything that one batch adds to one plan; all of it is appended, or none. */
export interface PlanBatch {
  planId: string
  epoch: number
  /** The rights_rev at which the authors' rights were last read. */
  rightsRev: bigint
  /** The sessions that wrote; each must still hold at the commit. */
  authors: readonly { personId: string; sessionId: string }[]
  rows: readonly AppendRow[]
  /** Client ids that these rows use for the first time. */
  claims: readonly { clientId: number; personId: string }[]
}

/** Why a plan's part of a batch is in the log, or is not. `busy`: someone holds the plan's row, try again. */
export type AppendOutcome =
  | { kind: 'appended'; base: bigint }
  | { kind: 'busy' }
  | { kind: 'epoch' }
  | { kind: 'finalised' }
  | { kind: 'rights'; rev: bigint }
  | { kind: 'sessions'; sessionIds: readonly string[] }
  | { kind: 'owner'; clientIds: readonly number[] }

export interface LogRow {
  seq: bigint
  data: Uint8Array
}

/**
 * The append-only record of the plans' updates. A promise of `append` that rejects leaves open whether the
 * batch is in the log: call it again with the same batch id and `again`.
 */
export interface PlanLog {
  append(
    batchId: string,
    batches: readonly PlanBatch[],
    again: boolean,
  ): Promise<ReadonlyMap<string, AppendOutcome>>
  load(planId: string): Promise<LoadedPlan>
  /** The rows after `seq` up to the head, in order. */
  rowsAfter(planId: string, seq: bigint): Promise<readonly LogRow[]>
  /** Who owns these client ids; ids that nobody has used are missing. */
  ownersOf(planId: string, clientIds: readonly number[]): Promise<Map<number, string | null>>
  /** The heads of those plans that exist. */
  heads(planIds: readonly string[]): Promise<readonly PlanHead[]>
  findHead(branchId: string, month: string): Promise<PlanHead | null>
  /** Folds the committed rows into a new snapshot. False when another is at it. */
  snapshot(planId: string): Promise<boolean>
}
