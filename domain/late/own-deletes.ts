import * as Y from 'yjs'

/** What a late edit deletes by itself: letters that its author took back, places that they gave up. */
export class OwnDeletes {
  readonly #ranges = new Map<number, { clock: number; len: number }[]>()

  constructor(parts: readonly Uint8Array[]) {
    for (const part of parts) {
      for (const [client, deletes] of Y.decodeUpdate(part).ds.clients) {
        this.#ranges.set(client, [...(this.#ranges.get(client) ?? []), ...deletes])
      }
    }
  }

  has({ client, clock }: Pick<Y.ID, 'client' | 'clock'>): boolean {
    const ranges = this.#ranges.get(client) ?? []
    return ranges.some((range) => range.clock <= clock && clock < range.clock + range.len)
  }
}
