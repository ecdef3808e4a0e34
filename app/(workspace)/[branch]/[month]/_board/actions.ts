'use server'
import { DomainError, type ErrorCode } from '#domain/errors.ts'
import type { MemberView } from '#domain/roster-view.ts'
import { setReason } from '#server/data/reasons.ts'

export type Answer = { ok: true } | { ok: false; code: ErrorCode }

/** Writes or, with null, ends the reason why a member has no group. Every open board reads the roster again. */
export async function saveReason(memberId: string, reason: MemberView['reason']): Promise<Answer> {
  try {
    await setReason(memberId, reason)
    return { ok: true }
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code }
    throw error
  }
}
