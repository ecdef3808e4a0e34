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
  /** The plan's epoch when it was appended. */
  epoch: number
  data: Uint8Array
}

/** One write that came too late for its plan. What one connection is refused makes, in order, one late edit. */
export interface LateWrite {
  planId: string
  /** The epoch that its author was at. */
  epoch: number
  personId: string
  sessionId: string
  /** The late edit that this connection's earlier writes are in; null for the first. */
  continues: string | null
  /** The id of the late edit that it begins otherwise. */
  newId: string
  data: Uint8Array
  /** SHA-256 over what this connection's late writes hold, up to and with this one. */
  digest: Uint8Array
}

/**
 * Where a late write lies, or why it is not kept. `busy`: someone holds the plan's row, try again. `rights`:
 * its author may not edit any more. `notLate`: the plan takes writes of that epoch. `full`: over a limit.
 */
export type LateOutcome =
  | { kind: 'kept'; lateEditId: string }
  | { kind: 'busy' }
  | { kind: 'rights' }
  | { kind: 'notLate' }
  | { kind: 'full' }

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
  /**
   * Keeps a late write of somebody who still may edit, beside the log. Rejecting leaves open whether it is
   * kept: call it again with the same. Equal digests of one author and epoch are kept once, under one id.
   */
  keepLateEdit(write: LateWrite): Promise<LateOutcome>
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
