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
  const agents = [beginAgent(start, clientIds[0]), beginAgent(start, clientIds[1])] as const
  /** Which edit of its agent a transaction is, from 1. */
  const rank: number[] = []
  for (const { parents, agent, patches } of trace.txns) {
    const [own, other] = agent === 0 ? agents : [agents[1], agents[0]]
    const known = parents.filter((parent) => trace.txns[parent]?.agent !== agent)
    hear(own, other, Math.max(0, ...known.map((parent) => rank[parent] ?? 0)))
    own.edits.push({ ...edit(own.doc, patches, textOf), seen: own.seen })
    rank.push(own.edits.length)
  }
  return [agents[0].edits, agents[1].edits]
}

interface Agent {
  doc: Y.Doc
  edits: TracedEdit[]
  seen: number
}

function beginAgent(start: Uint8Array, clientId: number): Agent {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, start)
  doc.clientID = clientId
  return { doc, edits: [], seen: 0 }
}

/** Gives an agent the other's edits up to that one. */
function hear(own: Agent, other: Agent, upTo: number): void {
  for (const { update } of other.edits.slice(own.seen, upTo)) Y.applyUpdate(own.doc, update)
  own.seen = Math.max(own.seen, upTo)
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
