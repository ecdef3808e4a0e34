// A text that two people really wrote together, as updates of a plan's document.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { z } from 'zod'

const shape = z.object({
  endContent: z.string(),
  numAgents: z.number(),
  txns: z.array(
    z.object({
      parents: z.array(z.number()),
      agent: z.number(),
      patches: z.array(z.tuple([z.number(), z.number(), z.string()])),
    }),
  ),
})
export type Trace = z.infer<typeof shape>

/** One edit as its author's document sent it. */
export interface TracedEdit {
  update: Uint8Array
  /** How many edits of the other agent its author had seen. */
  seen: number
  /** The author's clock after it. */
  clock: number
}

export async function readTrace(): Promise<Trace> {
  const file = fileURLToPath(new URL('../fixtures/friendsforever.json.gz', import.meta.url))
  return shape.parse(JSON.parse(gunzipSync(await readFile(file)).toString('utf8')))
}

/**
 * Makes each edit on a document that holds exactly its parents: one document per agent, which is given the
 * other's edits only when a parent says that its person had them. Returns the edits of each agent in order.
 */
export function replay(
  trace: Trace,
  start: Uint8Array,
  clientIds: readonly [number, number],
  textOf: (doc: Y.Doc) => Y.XmlText,
): [TracedEdit[], TracedEdit[]] {
  const docs = clientIds.map((clientId) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, start)
    doc.clientID = clientId
    return doc
  })
  const edits: [TracedEdit[], TracedEdit[]] = [[], []]
  const seen = [0, 0]
  /** Which edit of its agent a transaction is, from 1. */
  const rank: number[] = []
  for (const { parents, agent, patches } of trace.txns) {
    const own = edits[agent === 0 ? 0 : 1]
    const others = edits[agent === 0 ? 1 : 0]
    const doc = docs[agent]
    if (!doc) throw new Error('trace: an agent without a document')
    for (const parent of parents) {
      if (trace.txns[parent]?.agent === agent) continue
      for (let at = seen[agent] ?? 0; at < (rank[parent] ?? 0); at += 1) {
        const edit = others[at]
        if (edit) Y.applyUpdate(doc, edit.update)
        seen[agent] = at + 1
      }
    }
    own.push({ ...edit(doc, patches, textOf), seen: seen[agent] ?? 0 })
    rank.push(own.length)
  }
  return edits
}

function edit(
  doc: Y.Doc,
  patches: Trace['txns'][number]['patches'],
  textOf: (doc: Y.Doc) => Y.XmlText,
): Omit<TracedEdit, 'seen'> {
  const updates: Uint8Array[] = []
  const note = (update: Uint8Array) => updates.push(update)
  doc.on('update', note)
  doc.transact(() => {
    const text = textOf(doc)
    for (const [position, deleted, inserted] of patches) {
      if (deleted > 0) text.delete(position, deleted)
      if (inserted !== '') text.insert(position, inserted)
    }
  })
  doc.off('update', note)
  const [update] = updates
  if (!update) throw new Error('trace: an edit that edits nothing')
  return { update, clock: Y.getState(doc.store, doc.clientID) }
}
