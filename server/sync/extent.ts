import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { DecodedUpdate, DeletedRange } from './decode-update.ts'

/**
 * Which structs and deletions some updates add to a document, by client id and clock. The same work has the
 * same extent whether it came keystroke by keystroke or, after a reconnect, as one step 2.
 */
export class Extent {
  #structs = new Map<number, DeletedRange[]>()
  #deletes = new Map<number, DeletedRange[]>()

  /** `doc` is what the updates build on; what is deleted in it counts for nothing. */
  add({ structs, deletes }: DecodedUpdate, doc: Y.Doc): void {
    for (const [client, list] of structs) {
      const ranges = list.map(({ id, length }) => ({ clock: id.clock, len: length }))
      this.#structs.set(client, joined([...(this.#structs.get(client) ?? []), ...ranges]))
    }
    for (const [client, list] of deletes) {
      const ranges = list.flatMap((range) => notYetDeleted(doc, client, range))
      this.#deletes.set(client, joined([...(this.#deletes.get(client) ?? []), ...ranges]))
    }
  }

  /** SHA-256; equal for equal extents. */
  digest(): Uint8Array {
    const text = JSON.stringify([listed(this.#structs), listed(this.#deletes)])
    return createHash('sha256').update(text).digest()
  }
}

function listed(all: ReadonlyMap<number, readonly DeletedRange[]>): unknown {
  return [...all]
    .filter(([, ranges]) => ranges.length > 0)
    .toSorted(([a], [b]) => a - b)
    .map(([client, ranges]) => [client, ...ranges.flatMap(({ clock, len }) => [clock, len])])
}

/** Sorted, with those that touch or overlap made one. */
function joined(ranges: readonly DeletedRange[]): DeletedRange[] {
  const all: DeletedRange[] = []
  for (const { clock, len } of ranges.toSorted((a, b) => a.clock - b.clock)) {
    const last = all.at(-1)
    if (last && last.clock + last.len >= clock) {
      last.len = Math.max(last.len, clock + len - last.clock)
    } else all.push({ clock, len })
  }
  return all
}

/** The parts of a range that stand in the document, or are still to come into it. */
function notYetDeleted(doc: Y.Doc, client: number, { clock, len }: DeletedRange): DeletedRange[] {
  const end = clock + len
  const known = Math.min(end, Y.getState(doc.store, client))
  const structs = doc.store.clients.get(client)
  const open: DeletedRange[] = []
  if (structs && clock < known) {
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
      const struct = structs[at]
      if (!struct || struct.id.clock >= known) break
      const from = Math.max(clock, struct.id.clock)
      const to = Math.min(known, struct.id.clock + struct.length)
      if (!struct.deleted) open.push({ clock: from, len: to - from })
    }
  }
  const beyond = Math.max(clock, known)
  if (beyond < end) open.push({ clock: beyond, len: end - beyond })
  return open
}
