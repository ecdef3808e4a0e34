import type { AdviceNews } from '#domain/advice/advice-view.ts'
import type { AdvicePlan } from './act-shelf.ts'

export type ReadOutcome =
  | { kind: 'news'; news: AdviceNews }
  /** No answer, or none now. */
  | { kind: 'later' }
  /** Signed out, no right, or no such plan. */
  | { kind: 'refused' }

/** Milliseconds until a request counts as lost. */
const patienceMs = 30_000

/** What changed in the talk about a plan since a revision; everything since 0. Never throws. */
export async function readAdvice(plan: AdvicePlan, since: number): Promise<ReadOutcome> {
  const asked = new URLSearchParams({
    branch: plan.branchId,
    month: plan.month,
    since: String(since),
  })
  try {
    const answer = await fetch(`/api/advice?${asked}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (answer.ok) return { kind: 'news', news: (await answer.json()) as AdviceNews }
    return { kind: answer.status === 429 || answer.status >= 500 ? 'later' : 'refused' }
  } catch {
    return { kind: 'later' }
  }
}
