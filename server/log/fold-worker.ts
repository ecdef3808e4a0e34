// The folding thread's own entry; bin/setup/bundle.mjs makes a file of its own of it.
import * as Y from 'yjs'
import { carryOut } from './carry-out.ts'
import { type FoldAnswer, type FoldOrder, unpackUpdates } from './fold-order.ts'
import { foldInto, openPlanDoc } from './fold-rows.ts'
import { snapshotOf } from './plan-snapshot.ts'

carryOut((order: FoldOrder) => {
  const answer = answerTo(order)
  return { answer, handedOver: [answer.state.buffer] }
})

function answerTo(order: FoldOrder): FoldAnswer {
  const doc = openPlanDoc()
  foldInto(doc, unpackUpdates(order))
  if (order.wants === 'state') return { state: own(Y.encodeStateAsUpdate(doc)), sha256: null }
  const { state, sha256 } = snapshotOf(doc)
  return { state: own(state), sha256: own(sha256) }
}

/** In a buffer that holds nothing else, so that it can be handed over. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
  return isWhole ? new Uint8Array(buffer) : Uint8Array.from(bytes)
}
