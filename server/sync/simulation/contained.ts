import * as Y from 'yjs'

/**
 * Is everything that this update writes and deletes in the document? Yjs holds each client's structs without
 * holes, so the end of its clocks is enough.
 */
export function isContained(update: Uint8Array, doc: Y.Doc): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  const ends = new Map<number, number>()
  for (const { id, length } of structs) {
    ends.set(id.client, Math.max(ends.get(id.client) ?? 0, id.clock + length))
  }
  for (const [client, end] of ends) if (Y.getState(doc.store, client) < end) return false
  for (const [client, ranges] of ds.clients) {
    if (ranges.some(({ clock, len }) => !isDeleted(doc, client, clock, clock + len))) return false
  }
  return true
}

function isDeleted(doc: Y.Doc, client: number, from: number, to: number): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs || Y.getState(doc.store, client) < to) return false
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at += 1) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= to) return true
    if (!struct.deleted) return false
  }
  return true
}

/** Do two documents hold the same structs, and the same of them deleted? */
export function isSameDoc(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))
}
