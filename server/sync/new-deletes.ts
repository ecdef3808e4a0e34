import * as Y from 'yjs'
import type { DeletedRange } from './decode-update.ts'
import type { Horizon } from './horizon.ts'

/**
 * The ranges that are not deleted already, per client. Every step 2 repeats all deletes that its sender
 * knows, so most of what arrives here is old. A range beyond what is known is a gap.
 */
export function newDeletes(
  deletes: ReadonlyMap<number, readonly DeletedRange[]>,
  horizon: Horizon,
): ReadonlyMap<number, readonly DeletedRange[]> | 'gap' {
  const fresh = new Map<number, DeletedRange[]>()
  for (const [client, ranges] of deletes) {
    const end = horizon.clockOf(client)
    if (ranges.some(({ clock, len }) => clock + len > end)) return 'gap'
    const open = ranges.filter((range) => !isDeleted(horizon.doc, client, range))
    if (open.length > 0) fresh.set(client, open)
  }
  return fresh
}

function isDeleted(doc: Y.Doc, client: number, { clock, len }: DeletedRange): boolean {
  const end = clock + len
  const structs = doc.store.clients.get(client)
  if (!structs || end > Y.getState(doc.store, client)) return false
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= end) return true
    if (!struct.deleted) return false
  }
  return true
}
