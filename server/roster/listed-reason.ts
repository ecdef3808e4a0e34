import type { ReasonClass } from '#domain/vocabulary.ts'

/** Why a member has no group, and what the office's last list said about it. */
export interface KnownReason {
  reason: ReasonClass | null
  reasonUntil: Date | null
  listedReason: ReasonClass | null
}

/**
 * The list speaks only when it says something new. As long as it repeats itself, what the branch set on the
 * board stands. A reason new in the list is taken, without an until-date; one that left the list is taken back,
 * unless the branch has set another since.
 */
export function mergeReason(known: KnownReason, listed: ReasonClass | null): KnownReason {
  if (listed === known.listedReason || listed === known.reason)
    return { ...known, listedReason: listed }
  if (listed !== null) return { reason: listed, reasonUntil: null, listedReason: listed }
  if (known.reason !== known.listedReason) return { ...known, listedReason: null }
  return { reason: null, reasonUntil: null, listedReason: null }
}
