import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type PersonHere, peopleHereOf } from '../_session/people-here.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** Who has a place of the plan open at the moment, other than oneself. */
export interface Holder {
  name: string
  colour: PersonHere['colour']
}

/**
 * The colleague who has this place open. Presence changes with every caret that moves anywhere; a cell renders
 * again only when its own holder came, changed or left.
 */
export function useHolder(place: string): Holder | null {
  const { awareness } = usePlanSession()
  const here = peopleHereOf(awareness)
  const read = useCallback(() => keyOf(holdersOf(here.read()).get(place)), [here, place])
  const key = useSyncExternalStore(here.subscribe, read, () => null)
  return useMemo(() => {
    void key
    return holdersOf(here.read()).get(place) ?? null
  }, [here, place, key])
}

const known = new WeakMap<readonly PersonHere[], ReadonlyMap<string, Holder>>()

/** Looked up by every cell, so made once per list of people. */
export function holdersOf(people: readonly PersonHere[]): ReadonlyMap<string, Holder> {
  const existing = known.get(people)
  if (existing) return existing
  const holders = new Map<string, Holder>()
  for (const { isMe, open, name, colour } of people) {
    if (!isMe && open !== null && !holders.has(open)) holders.set(open, { name, colour })
  }
  known.set(people, holders)
  return holders
}

function keyOf(holder: Holder | undefined): string | null {
  return holder ? `${holder.colour} ${holder.name}` : null
}
