import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'

/**
 * Splits an awareness message into what it says of others and what it says of oneself. The server sends back
 * what a client said of itself; applying that would put an older state over a newer one and send it out again.
 */
export function splitPresence(
  message: Uint8Array,
  ownClientId: number,
): { others: Uint8Array; own: unknown } {
  const decoder = decoding.createDecoder(message)
  const entries: { clientId: number; clock: number; json: string }[] = []
  let own: unknown = null
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const json = decoding.readVarString(decoder)
    if (clientId === ownClientId) own = JSON.parse(json)
    else entries.push({ clientId, clock, json })
  }
  const others = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { clientId, clock, json } of entries) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
  })
  return { others, own }
}

/** Does the server take this connection for another person's? */
export function isSomebodyElse(own: unknown, personId: string): boolean {
  const id = userOf(own)?.id
  return id !== undefined && id !== personId
}

/** Takes over the name and colour that the server gave oneself, and nothing else of what it sent back. */
export function adoptOwnUser(awareness: Awareness, own: unknown): void {
  const local = awareness.getLocalState()
  const user = userOf(own)
  if (!local || !user || JSON.stringify(local['user']) === JSON.stringify(user)) return
  awareness.setLocalState({ ...local, user })
}

const ownState = z.object({ user: z.looseObject({ id: z.string() }) })

function userOf(own: unknown): { id: string } | null {
  const read = ownState.safeParse(own)
  return read.success ? read.data.user : null
}
