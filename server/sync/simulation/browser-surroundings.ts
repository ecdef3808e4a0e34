import type { Chance } from './chance.ts'
import type { ClientEnd } from './line.ts'
import type { Tally } from './tally.ts'
import type { VirtualClock } from './virtual-clock.ts'
import type { Witness } from './witness.ts'

/** What a simulated browser, honest or not, has around it. */
export interface BrowserSurroundings {
  readonly clock: VirtualClock
  readonly chance: Chance
  readonly tally: Tally
  readonly witness: Witness
  /** Asks a node to be let in; the end hears what comes of it. */
  knock(nodeAt: number, asked: { room: number; sessionId: string }, end: ClientEnd): void
  presentEpoch(): number
  /** A session for the person, the present one or a new one; null for somebody who may not sign in. */
  signIn(personId: string): string | null
  /** It was told that this refused update of its own is kept there. */
  keptLate(lateEditId: string, update: Uint8Array): void
}
