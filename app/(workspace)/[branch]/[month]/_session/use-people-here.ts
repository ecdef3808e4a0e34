import { useSyncExternalStore } from 'react'
import { type PersonHere, peopleHereOf } from './people-here.ts'
import { usePlanSession } from './plan-session.tsx'

export type { PersonHere } from './people-here.ts'

/** Everyone who has this plan open now, oneself included, in the order of their names. */
export function usePeopleHere(): PersonHere[] {
  const people = peopleHereOf(usePlanSession().awareness)
  return useSyncExternalStore(people.subscribe, people.read, people.readNobody)
}
