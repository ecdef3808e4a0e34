import { useEffect, useMemo, useRef } from 'react'
import { checks, standsInTheWay } from '#domain/checks.ts'
import { coverage } from '#domain/coverage.ts'
import { identityLine } from '#domain/identity-line.ts'
import type { PlanView } from '#domain/plan-view.ts'
import type { Check } from '#domain/record/check.ts'
import { type MeetingFault, meetingFault } from '#domain/record/meeting-fault.ts'
import type { RosterView } from '#domain/roster-view.ts'
import { useCheckFacts } from '../_record/use-check-facts.ts'
import { type ShownContent, useContent } from '../_record/use-content.ts'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'
import { useSaving } from '../_session/use-saving.ts'

export const steps = ['check', 'preview', 'confirm'] as const
export type Step = (typeof steps)[number]

/** Everything that the three steps show, made from plan, roster, day and desk. */
export interface FinaliseView {
  today: string
  roster: RosterView
  plan: PlanView
  shown: ShownContent
  checks: readonly Check[]
  inTheWay: readonly Check[]
  coverage: ReturnType<typeof coverage>
  identity: ReturnType<typeof identityLine>
  meetingFault: MeetingFault | null
  /** Everything on this screen is on the server. */
  isSaved: boolean
}

export function useFinaliseView(today: string): FinaliseView {
  const { roster } = usePlanSession()
  const plan = usePlanView()
  const shown = useContent()
  const facts = useCheckFacts(shown.sha256)
  const { desk } = useDesk()
  const { kind } = useSaving()
  const isSaved = kind === 'saved' || kind === 'merged'
  useDeskOf(shown.sha256, isSaved)
  return useMemo(() => {
    const all = checks(roster, plan, facts, today)
    return {
      today,
      roster,
      plan,
      shown,
      checks: all,
      inTheWay: all.filter(standsInTheWay),
      coverage: coverage(roster, plan),
      identity: identityLine(roster, plan, today),
      meetingFault: meetingFault(desk?.meeting ?? {}, roster.members.length, today),
      isSaved,
    }
  }, [roster, plan, shown, facts, desk, isSaved, today])
}

/** What sign-offs cover depends on the committed content: asked again when this screen shows another. */
function useDeskOf(sha256: string, isSaved: boolean): void {
  const { desk, refresh } = useDesk()
  const known = useRef(desk?.contentSha256)
  known.current = desk?.contentSha256
  useEffect(() => {
    // Once for each content: when the server's is still another, something is on its way here.
    if (isSaved && known.current !== sha256) void refresh()
  }, [sha256, isSaved, refresh])
}
