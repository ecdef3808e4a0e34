import * as Y from 'yjs'

interface Range {
  clock: number
  len: number
}

/** What a late edit deletes by itself: letters that its author took back, places that they gave up. */
export class OwnDeletes {
  /** By client, rising and apart from each other. */
  readonly #ranges = new Map<number, Range[]>()

  constructor(parts: readonly Uint8Array[]) {
    const found = new Map<number, Range[]>()
    for (const part of parts) {
      for (const [client, deletes] of Y.decodeUpdate(part).ds.clients) {
        const ranges = found.get(client) ?? []
        for (const range of deletes) ranges.push(range)
        found.set(client, ranges)
      }
    }
    for (const [client, ranges] of found) this.#ranges.set(client, joined(ranges))
  }

  /** Asked for each letter of an edit, which may delete a hundred thousand stretches. */
  has({ client, clock }: Pick<Y.ID, 'client' | 'clock'>): boolean {
    const ranges = this.#ranges.get(client) ?? []
    let low = 0
    let high = ranges.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const range = ranges[middle]
      if (!range) return false
      if (clock < range.clock) high = middle - 1
      else if (clock >= range.clock + range.len) low = middle + 1
      else return true
    }
    return false
  }
}

function joined(ranges: readonly Range[]): Range[] {
  const rising: Range[] = []
  for (const { clock, len } of ranges.toSorted((a, b) => a.clock - b.clock)) {
    const last = rising.at(-1)
    if (last && clock <= last.clock + last.len) {
      last.len = Math.max(last.len, clock + len - last.clock)
    } else rising.push({ clock, len })
  }
  return rising
}
