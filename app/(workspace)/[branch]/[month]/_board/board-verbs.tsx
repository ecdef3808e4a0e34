import { createContext, useContext } from 'react'
import type { Target } from '#domain/plan-view.ts'
import type { ReasonClass } from '#domain/vocabulary.ts'
import type { Carried } from './assign-drag.tsx'
import type { Place } from './place.ts'

/** Everything that a row, a chip or a card can ask of the board. The object stays the same between renders. */
export interface BoardVerbs {
  /** Puts the member there; asks first when a reason or a field speaks against it. */
  put: (carried: Carried, place: Place) => void
  takeOut: (memberId: string, target: Target) => void
  /** One leaves the group, another takes it over, as one step. */
  replace: (leaving: string, taking: string, groupId: string) => void
  pick: (carried: Carried | null) => void
  openPlace: (place: Place) => void
  openMember: (memberId: string) => void
  choosePlace: (carried: Carried) => void
  chooseMember: (place: Place) => void
  giveReason: (memberId: string, kind?: ReasonClass) => void
}

const VerbsContext = createContext<BoardVerbs | null>(null)

export const BoardVerbsProvider = VerbsContext.Provider

export function useBoardVerbs(): BoardVerbs {
  const verbs = useContext(VerbsContext)
  if (!verbs) throw new Error('Board parts stand inside BoardVerbsProvider.')
  return verbs
}
