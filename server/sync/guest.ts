import type { PlanRight } from '#domain/wire.ts'

/** The person behind a connection and what they may do with its plan, as read when it was let in. */
export interface Guest {
  readonly personId: string
  readonly sessionId: string
  readonly name: string
  readonly right: PlanRight
  readonly sessionExpiresAt: Date
  /** The plan's rights_rev, read before the right was. */
  readonly rightsRev: bigint
  /** For the caps on connections. */
  readonly address: string
}
