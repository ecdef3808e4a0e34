import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'
import { toTarget } from '#domain/target.ts'
import type { Drag } from './presence.ts'

/** Somebody who has this plan open, as the server names them and as they say what they are doing. */
export interface PersonHere {
  clientId: number
  personId: string
  name: string
  colour: 1 | 2 | 3 | 4 | 5 | 6
  drag: Drag | null
  /** The place that this person is editing. */
  open: string | null
  /** Is at something that the plan says: a cell, a text, a member being carried. What was counted at a meeting is none. */
  isWriting: boolean
  isMe: boolean
}

const userState = z.object({
  id: z.string(),
  name: z.string(),
  colour: z.union([
    z.literal(1),
    z.literal(2),
    z.literal(3),
    z.literal(4),
    z.literal(5),
    z.literal(6),
  ]),
})
const dragState = z.object({ memberId: z.string(), from: z.unknown(), over: z.unknown() })

interface PeopleHere {
  read(): PersonHere[]
  readNobody(): PersonHere[]
  subscribe(listener: () => void): () => void
}

const known = new WeakMap<Awareness, PeopleHere>()
const nobody: PersonHere[] = []

/** The people of one document, read once per change of anyone's presence. */
export function peopleHereOf(awareness: Awareness): PeopleHere {
  const existing = known.get(awareness)
  if (existing) return existing
  let people: PersonHere[] | null = null
  awareness.on('change', () => {
    people = null
  })
  const here: PeopleHere = {
    read() {
      people ??= readPeople(awareness)
      return people
    },
    readNobody: () => nobody,
    subscribe(listener) {
      awareness.on('change', listener)
      return () => awareness.off('change', listener)
    },
  }
  known.set(awareness, here)
  return here
}

function readPeople(awareness: Awareness): PersonHere[] {
  const people: PersonHere[] = []
  for (const [clientId, state] of awareness.getStates()) {
    const person = readPerson(clientId, state, clientId === awareness.clientID)
    if (person) people.push(person)
  }
  return people.sort((a, b) => a.name.localeCompare(b.name, 'vi') || a.clientId - b.clientId)
}

/** Whoever the server has not named yet is not shown. */
function readPerson(
  clientId: number,
  state: Record<string, unknown>,
  isMe: boolean,
): PersonHere | null {
  const { user: who, drag: carried, open, cursor } = state
  const user = userState.safeParse(who)
  if (!user.success) return null
  const drag = dragState.safeParse(carried)
  return {
    clientId,
    personId: user.data.id,
    name: user.data.name,
    colour: user.data.colour,
    drag: drag.success
      ? {
          memberId: drag.data.memberId,
          from: toTarget(drag.data.from),
          over: toTarget(drag.data.over),
        }
      : null,
    open: typeof open === 'string' ? open : null,
    isWriting:
      drag.success || Boolean(cursor) || (typeof open === 'string' && !open.startsWith('meeting:')),
    isMe,
  }
}
