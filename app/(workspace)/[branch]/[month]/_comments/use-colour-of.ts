import { useCallback, useSyncExternalStore } from 'react'
import { type PersonHere, peopleHereOf } from '../_session/people-here.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** The colour of somebody who is here now; null for everyone else and for oneself. */
export function useColourOf(personId: string): PersonHere['colour'] | null {
  const { awareness } = usePlanSession()
  const here = peopleHereOf(awareness)
  const read = useCallback(() => {
    const person = here.read().find((each) => each.personId === personId && !each.isMe)
    return person?.colour ?? null
  }, [here, personId])
  return useSyncExternalStore(here.subscribe, read, () => null)
}
