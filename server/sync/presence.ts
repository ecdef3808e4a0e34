import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { limits } from '#domain/wire.ts'
import { isClientId } from './decode-update.ts'

/** Someone with a socket on the plan. */
export interface Present {
  readonly personId: string
  readonly name: string
}

interface Seat<P extends Present> {
  holder: P
  /** Null while nothing is shown: the client said so, or it left. */
  state: string | null
}

/** What a client may say of itself; its name is not among it. */
const shownKeys = ['cursor', 'drag', 'open'] as const

const colours = 6
const mostEntries = 1_000

/**
 * Who is here and what they point at: the awareness protocol with the server as the only witness. A
 * connection speaks for one client id, names and colours are the server's, and every state goes out under
 * a clock that only rises, so that what one client says of another counts for nothing.
 */
export class Presence<P extends Present> {
  readonly #now: () => number
  readonly #isOfAnother: (who: P, clientId: number) => boolean
  readonly #seats = new Map<number, Seat<P>>()
  readonly #idOf = new Map<P, number>()
  readonly #colours = new Map<string, number>()
  readonly #changed = new Set<number>()
  #stamp = 0

  /** `isOfAnother`: has somebody else written with this client id? Then nobody may show it as theirs. */
  constructor(now: () => number, isOfAnother: (who: P, clientId: number) => boolean = () => false) {
    this.#now = now
    this.#isOfAnother = isOfAnother
  }

  /** How much is remembered: at most one seat, id and colour for each connection and each that just left. */
  get size(): number {
    return this.#seats.size + this.#idOf.size + this.#colours.size + this.#changed.size
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0
  }

  /** The colour of a person, 1 to 6, the same on all screens: the lowest that nobody else here has. */
  colourOf(personId: string): number {
    const known = this.#colours.get(personId)
    if (known !== undefined) return known
    const taken = new Set(this.#colours.values())
    const free = Array.from({ length: colours }, (_, index) => index + 1).find(
      (colour) => !taken.has(colour),
    )
    const colour = free ?? (this.#colours.size % colours) + 1
    this.#colours.set(personId, colour)
    return colour
  }

  /** The person on whose screen this client id is at work, if anyone's. */
  personAt(clientId: number): string | null {
    return this.#seats.get(clientId)?.holder.personId ?? null
  }

  /**
   * Reads one awareness message. y-websocket repeats what it hears about others; of that nothing is taken.
   * False when the message is no such thing.
   */
  receive(from: P, message: Uint8Array): boolean {
    try {
      const decoder = decoding.createDecoder(message)
      const count = decoding.readVarUint(decoder)
      if (count > mostEntries) return false
      for (let at = 0; at < count; at += 1) {
        const clientId = decoding.readVarUint(decoder)
        if (!isClientId(clientId)) return false
        decoding.readVarUint(decoder)
        const json = decoding.readVarString(decoder)
        if (this.#speaksFor(from, clientId, json)) this.#show(from, clientId, json)
      }
      return !decoding.hasContent(decoder)
    } catch {
      return false
    }
  }

  /** Takes someone's state away, for all to see. */
  leave(who: P, isLastOfPerson: boolean): void {
    const clientId = this.#idOf.get(who)
    this.#idOf.delete(who)
    if (isLastOfPerson) this.#colours.delete(who.personId)
    if (clientId === undefined || this.#seats.get(clientId)?.holder !== who) return
    this.#seats.set(clientId, { holder: who, state: null })
    this.#changed.add(clientId)
  }

  /** Everyone but one, for a newcomer; null when nobody shows anything. */
  encodeAll(except: P): Uint8Array | null {
    const ids = [...this.#seats].filter(([, seat]) => seat.holder !== except && seat.state !== null)
    return ids.length === 0 ? null : this.#encode(ids.map(([clientId]) => clientId))
  }

  /** What changed since the last call, once for all; null when nothing did. */
  takeChanges(): Uint8Array | null {
    if (this.#changed.size === 0) return null
    const message = this.#encode([...this.#changed])
    for (const clientId of this.#changed) {
      // Once told, the empty seat of someone who left is forgotten.
      const seat = this.#seats.get(clientId)
      if (seat?.state === null && this.#idOf.get(seat.holder) !== clientId)
        this.#seats.delete(clientId)
    }
    this.#changed.clear()
    return message
  }

  /** A connection's first own state binds it to that id; the same person's newer connection takes it over. */
  #speaksFor(from: P, clientId: number, json: string): boolean {
    const own = this.#idOf.get(from)
    if (own !== undefined) return own === clientId && this.#seats.get(clientId)?.holder === from
    if (json === 'null' || this.#isOfAnother(from, clientId)) return false
    const holder = this.#seats.get(clientId)?.holder
    return holder === undefined || holder.personId === from.personId
  }

  #show(from: P, clientId: number, json: string): void {
    const state = json === 'null' ? null : this.#rewrite(from, json)
    if (state === undefined) return
    this.#idOf.set(from, clientId)
    this.#seats.set(clientId, { holder: from, state })
    this.#changed.add(clientId)
  }

  /** The state as others get it; undefined when it is too large or odd to be shown. Throws on no JSON. */
  #rewrite(from: P, json: string): string | undefined {
    if (json.length > limits.maxAwarenessBytes || json.includes('__proto__')) return undefined
    const value: unknown = JSON.parse(json)
    const shown = pickShown(value)
    if (shown === null) return undefined
    const user = { id: from.personId, name: from.name, colour: this.colourOf(from.personId) }
    return JSON.stringify({ ...shown, user })
  }

  #encode(clientIds: readonly number[]): Uint8Array {
    this.#stamp = Math.max(this.#stamp + 1, this.#now())
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clientIds.length)
      for (const clientId of clientIds) {
        encoding.writeVarUint(encoder, clientId)
        encoding.writeVarUint(encoder, this.#stamp)
        encoding.writeVarString(encoder, this.#seats.get(clientId)?.state ?? 'null')
      }
    })
  }
}

/** By hand: this runs for every movement of everybody's cursor. Null for what is no object. */
function pickShown(value: unknown): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const shown: Record<string, unknown> = {}
  for (const key of shownKeys) if (Object.hasOwn(value, key)) shown[key] = Reflect.get(value, key)
  return shown
}
