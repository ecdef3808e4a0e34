// The folding thread's own entry; bin/setup/bundle.mjs makes a file of its own of it.
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { type FoldAnswer, type FoldOrder, unpackUpdates } from './fold-order.ts'
import { foldInto, openPlanDoc } from './fold-rows.ts'
import { snapshotOf } from './plan-snapshot.ts'

parentPort?.on('message', (order: FoldOrder) => {
  const answer = answerTo(order)
  const moved = 'error' in answer ? [] : [answer.state.buffer]
  parentPort?.postMessage(answer, moved)
})

function answerTo(order: FoldOrder): FoldAnswer {
  const { id, wants } = order
  try {
    const doc = openPlanDoc()
    foldInto(doc, unpackUpdates(order))
    if (wants === 'state') return { id, state: own(Y.encodeStateAsUpdate(doc)), sha256: null }
    const { state, sha256 } = snapshotOf(doc)
    return { id, state: own(state), sha256: own(sha256) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}

/** In a buffer that holds nothing else, so that it can be handed over. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
  return isWhole ? new Uint8Array(buffer) : Uint8Array.from(bytes)
}
