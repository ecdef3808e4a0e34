import * as decoding from 'lib0/decoding'
import { z } from 'zod'

const shown = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), colour: z.number().int().min(1).max(6) }),
    cursor: z.unknown().optional(),
    drag: z.unknown().optional(),
    open: z.unknown().optional(),
  })
  .strict()

/** Reads what is said of people's presence: one id for each connection, names from the server alone. */
export class PresenceWitness {
  /** Names by person. */
  readonly names = new Map<string, string>()
  /** Whose client id it is, for honest clients. */
  readonly holders = new Map<number, string>()
  readonly #blame: (what: string) => void
  readonly #stamps = new WeakMap<object, number>()
  /** States that were told. */
  count = 0

  constructor(blame: (what: string) => void) {
    this.#blame = blame
  }

  told(frame: Uint8Array, to: object): void {
    const outer = decoding.createDecoder(frame)
    decoding.readVarUint(outer)
    const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer))
    const count = decoding.readVarUint(decoder)
    const seen = new Set<number>()
    for (let at = 0; at < count; at += 1) {
      const clientId = decoding.readVarUint(decoder)
      const stamp = decoding.readVarUint(decoder)
      const json = decoding.readVarString(decoder)
      if (seen.has(clientId)) this.#blame('(10) one id twice in one message')
      seen.add(clientId)
      if (stamp < (this.#stamps.get(to) ?? 0)) this.#blame('(10) the clock of presence went back')
      this.#stamps.set(to, stamp)
      if (json !== 'null') this.#check(clientId, json)
    }
  }

  #check(clientId: number, json: string): void {
    this.count += 1
    const parsed = shown.safeParse(JSON.parse(json))
    if (!parsed.success) {
      this.#blame('(10) presence holds what nobody may say')
      return
    }
    const { id, name } = parsed.data.user
    if (this.names.get(id) !== name) this.#blame("(10) a name is not the server's")
    const holder = this.holders.get(clientId)
    if (holder !== undefined && holder !== id) this.#blame('(10) someone speaks for another id')
  }
}
