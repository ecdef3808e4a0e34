import { useEffect, useState } from 'react'
import type { HouseholdView } from '#domain/roster-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

export type Households =
  | { state: 'reading' }
  | { state: 'read'; households: readonly HouseholdView[] }
  /** This person sees the group's totals and no names. */
  | { state: 'notYours' }
  | { state: 'unreachable' }

/** The households of one group, asked of the server when a group is opened and kept nowhere. */
export function useHouseholds(groupId: string): Households {
  const { month } = usePlanSession()
  const [answer, setAnswer] = useState<Households>({ state: 'reading' })
  useEffect(() => {
    const leaving = new AbortController()
    readHouseholds(groupId, month, leaving.signal).then(
      (households) => {
        if (!leaving.signal.aborted) setAnswer(households)
      },
      () => {
        if (!leaving.signal.aborted) setAnswer({ state: 'unreachable' })
      },
    )
    return () => leaving.abort()
  }, [groupId, month])
  return answer
}

async function readHouseholds(
  group: string,
  month: string,
  signal: AbortSignal,
): Promise<Households> {
  const query = new URLSearchParams({ group, month })
  const answer = await fetch(`/api/households?${query}`, { cache: 'no-store', signal })
  if (answer.status === 403) return { state: 'notYours' }
  if (!answer.ok) return { state: 'unreachable' }
  return { state: 'read', households: (await answer.json()) as HouseholdView[] }
}
