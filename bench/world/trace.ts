// A text that somebody really wrote, typed into the prose of a plan.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { newPlanDoc, type ProsePart, proseOf } from '../../domain/plan-doc.ts'

interface Trace {
  startContent: string
  endContent: string
  txns: { patches: [position: number, deleted: number, inserted: string][] }[]
}

export function readTrace(): Trace {
  const file = readFileSync('bench/fixtures/seph-blog1.json.gz')
  return JSON.parse(gunzipSync(file).toString('utf8'))
}

/** A document of the base plan, in whose text one client goes on to write. */
export function openForTyping(base: Uint8Array, clientId: number): Y.Doc {
  const doc = newPlanDoc()
  Y.applyUpdate(doc, base)
  doc.clientID = clientId
  return doc
}

/** A new paragraph at the end of a part, and the text in it. */
export function newText(doc: Y.Doc, part: ProsePart): Y.XmlText {
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText('')
  doc.transact(() => {
    paragraph.insert(0, [text])
    proseOf(doc, part).push([paragraph])
  })
  return text
}

/** Types the trace, one transaction for each of its own. */
export function typeTrace(doc: Y.Doc, text: Y.XmlText, { txns }: Trace, upTo = txns.length): void {
  for (const { patches } of txns.slice(0, upTo)) {
    doc.transact(() => {
      for (const [position, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(position, deleted)
        if (inserted !== '') text.insert(position, inserted)
      }
    })
  }
}
