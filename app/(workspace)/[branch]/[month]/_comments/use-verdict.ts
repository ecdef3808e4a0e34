import type { ShownThread } from '#app/_advice/lay-unsent.ts'
import { type ChangeVerdict, judgeChange } from '#domain/advice/judge-change.ts'
import type { PlanView } from '#domain/plan-view.ts'
import { readPlan } from '#domain/read-plan.ts'
import { type PlanSession, usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'
import { standingWords } from './standing-words.ts'
import { useProseChanges } from './use-prose-changes.ts'

/** How a thread's proposal stands to the plan as it is on this screen; null when there is none. */
export function useVerdict(thread: ShownThread): ChangeVerdict | null {
  const session = usePlanSession()
  const view = usePlanView()
  useProseChanges(thread.proposal?.change.kind === 'replaceText')
  return verdictNow(session, thread, view)
}

/** The same, asked at the moment of acting. The new task of a proposal is called by its thread's id. */
export function verdictNow(
  { doc, roster }: Pick<PlanSession, 'doc' | 'roster'>,
  thread: Pick<ShownThread, 'id' | 'proposal' | 'anchor'>,
  view: PlanView = readPlan(doc),
): ChangeVerdict | null {
  if (!thread.proposal) return null
  const passage = standingWords(doc, thread)?.words ?? null
  return judgeChange(thread.proposal.change, { view, roster, passage }, thread.id)
}
