import { sendActs } from '#app/_advice/send-acts.ts'
import type { AdviceAct } from '#domain/advice/advice-act.ts'

/** What the server said to one act; no message when it did not answer. */
export interface AtOnce {
  isDone: boolean
  message: string | null
}

/**
 * Does one act now or not at all, past the outbox: for what decides whether the plan is changed next, and must not
 * happen hours later.
 */
export async function doAtOnce(act: AdviceAct): Promise<AtOnce> {
  const outcome = await sendActs([act])
  if (outcome.kind === 'refused') return { isDone: false, message: outcome.message }
  if (outcome.kind !== 'answered') return { isDone: false, message: null }
  const answer = outcome.answers.find(({ id }) => id === act.id)
  if (answer?.ok) return { isDone: true, message: null }
  return { isDone: false, message: answer?.message ?? null }
}
