import { useMemo } from 'react'
import type { PersonHere } from '../_session/use-people-here.ts'
import { usePeopleHere } from '../_session/use-people-here.ts'
import { type Place, placeKey, placeOf } from './place.ts'

/** What a colleague is moving at this moment, as the cards and the rail draw it. */
export interface RemoteDrag {
  clientId: number
  name: string
  colour: number
  memberId: string
  from: Place | null
  over: Place | null
}

/** Moves that others have in hand right now; never one's own. */
export function useRemoteDrags(): readonly RemoteDrag[] {
  const people = usePeopleHere()
  const text = JSON.stringify(people.flatMap(toDrag))
  // Carets and clocks move all the time: only a changed drag makes a new list.
  return useMemo(() => JSON.parse(text) as RemoteDrag[], [text])
}

function toDrag(person: PersonHere): RemoteDrag[] {
  if (person.isMe || !person.drag) return []
  const { memberId, from, over } = person.drag
  return [
    {
      clientId: person.clientId,
      name: person.name,
      colour: person.colour,
      memberId,
      from: from && placeOf(from),
      over: over && placeOf(over),
    },
  ]
}

/** The drag that hangs over this place, if any. */
export function dragOver(drags: readonly RemoteDrag[], key: string): RemoteDrag | null {
  return drags.find((drag) => drag.over !== null && placeKey(drag.over) === key) ?? null
}

/** The drag that takes someone away from this place, if any. */
export function dragsAway(drags: readonly RemoteDrag[], key: string): readonly RemoteDrag[] {
  return drags.filter((drag) => drag.from !== null && placeKey(drag.from) === key)
}
