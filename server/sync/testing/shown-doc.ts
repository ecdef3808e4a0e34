import * as decoding from 'lib0/decoding'
import type * as Y from 'yjs'
import { frameType } from '#domain/wire.ts'
import { foldInto, openPlanDoc } from '../../log/fold-rows.ts'

/** The document that a client has which was sent these messages: the answer to its step 1 and what came since. */
export function shownDoc(messages: readonly Uint8Array[]): Y.Doc {
  const doc = openPlanDoc()
  foldInto(doc, messages.flatMap(updateIn))
  return doc
}

function updateIn(message: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(message)
  if (decoding.readVarUint(decoder) !== frameType.sync) return []
  const isStep1 = decoding.readVarUint(decoder) === 0
  return isStep1 ? [] : [decoding.readVarUint8Array(decoder)]
}
