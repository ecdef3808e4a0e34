import type { RefusalReason } from '#domain/wire.ts'
import type { FinalClose } from './open-plan.ts'
import type { StorageHealth } from './unsent-work.ts'

/** Everything that the truth about saving is computed from. Times are milliseconds. */
export interface SavingFacts {
  connection: 'connecting' | 'connected' | 'lost'
  /** The server ended the connection for good. */
  closed: FinalClose | null
  /** The plan has been on this screen since the page was opened. */
  isOpen: boolean
  /** This connection's step 2 and all its other write frames are decided, nothing refused, nothing undecided. */
  isLedgerSaved: boolean
  /** What other tabs left behind has been looked for and put back. */
  isPutBack: boolean
  /** Own updates that are not decided. */
  undecided: number
  /** Since when the server owes an answer. */
  waitingSince: number | null
  savedAt: number | null
  lostSince: number | null
  attempt: number
  retryAt: number | null
  /** The person asked for the attempt that is under way. */
  isRetryByHand: boolean
  /** The newest refusal that the person has not put away; kept when it only came too late and lies with the secretary. */
  refused: { reason: RefusalReason; isKept: boolean } | null
  merged: { sent: number; others: number; at: number } | null
  storage: StorageHealth
  isOldVersion: boolean
}

/** Whether this device keeps what is not sent: said beside every state. */
interface OnDevice {
  storage: StorageHealth
}

export type SavingPhase =
  | { kind: 'opening' }
  | { kind: 'saved'; at: number }
  | { kind: 'sending'; since: number; isSlow: boolean }
  | { kind: 'unanswered'; since: number }
  | {
      kind: 'offline'
      since: number
      retryAt: number | null
      attempt: number
      savedAt: number | null
    }
  | { kind: 'offlinePending'; since: number; retryAt: number | null; attempt: number }
  | { kind: 'reconnecting'; attempt: number; hasPending: boolean }
  | { kind: 'merged'; at: number; sent: number; others: number }
  | { kind: 'refused'; reason: RefusalReason; isKept: boolean }
  | { kind: 'closed'; why: FinalClose; hasPending: boolean }
  | { kind: 'oldVersion'; hasPending: boolean }

export type SavingState = SavingPhase & OnDevice

/** Milliseconds after which sending is told with its count, and after which silence is called "not saved". */
export const slowAfterMs = 1_000
export const unansweredAfterMs = 2_500
/** How long a lost connection is called reconnecting before it is called offline. */
export const reconnectingForMs = 5_000
/** How long the outcome of a reconnect stays on the line. */
export const mergedForMs = 15_000

/**
 * The one truth about saving. `saved` is said only when the server has said that everything is durable; never
 * because the browser believes to be online.
 */
export function savingState(facts: SavingFacts, now: number): SavingState {
  return { ...phase(facts, now), storage: facts.storage }
}

function phase(facts: SavingFacts, now: number): SavingPhase {
  const hasPending = facts.undecided > 0
  if (facts.closed) return { kind: 'closed', why: facts.closed, hasPending }
  if (facts.isOldVersion) return { kind: 'oldVersion', hasPending }
  if (!facts.isOpen && facts.lostSince === null) return { kind: 'opening' }
  if (facts.connection !== 'connected') return withoutConnection(facts, now)
  if (!isSaved(facts)) return underWay(facts, now)
  const { merged, refused } = facts
  if (refused) return { kind: 'refused', ...refused }
  if (merged && now - merged.at < mergedForMs) return { kind: 'merged', ...merged }
  return { kind: 'saved', at: facts.savedAt ?? now }
}

/** Connected, this connection's step 2 decided, every write frame decided, none refused, nothing left in the outbox. */
export function isSaved(facts: SavingFacts): boolean {
  return facts.connection === 'connected' && facts.isLedgerSaved && facts.isPutBack && facts.isOpen
}

function underWay(facts: SavingFacts, now: number): SavingPhase {
  const since = facts.waitingSince ?? now
  if (now - since >= unansweredAfterMs) return { kind: 'unanswered', since }
  return { kind: 'sending', since, isSlow: now - since >= slowAfterMs }
}

function withoutConnection(facts: SavingFacts, now: number): SavingPhase {
  const since = facts.lostSince ?? now
  const { attempt, retryAt } = facts
  const hasPending = facts.undecided > 0
  if (
    now - since < reconnectingForMs ||
    (facts.isRetryByHand && facts.connection === 'connecting')
  ) {
    return { kind: 'reconnecting', attempt, hasPending }
  }
  if (hasPending) return { kind: 'offlinePending', since, retryAt, attempt }
  return { kind: 'offline', since, retryAt, attempt, savedAt: facts.savedAt }
}
