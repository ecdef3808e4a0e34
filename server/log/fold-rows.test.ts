import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { foldInto, openPlanDoc } from './fold-rows.ts'

/** Each edit of a text by a browser of its own that knows the base alone, as an update. */
function editsOf(base: Uint8Array, ...edits: ((words: Y.XmlText) => void)[]): Uint8Array[] {
  return edits.map((edit, at) => {
    const doc = openPlanDoc()
    foldInto(doc, [base])
    doc.clientID = 100 + at
    const before = Y.encodeStateVector(doc)
    const paragraph = proseOf(doc, 'review').get(0)
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (words instanceof Y.XmlText) doc.transact(() => edit(words))
    return Y.encodeStateAsUpdate(doc, before)
  })
}

it('[S3] folding adds what the rows say and nothing of its own, in whatever steps', () => {
  const begun = openPlanDoc()
  begun.clientID = 1
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('đường')])
  proseOf(begun, 'review').insert(0, [paragraph])
  const base = Y.encodeStateAsUpdate(begun)
  // The second leaves the marks of the first around nothing.
  const rows = [
    base,
    ...editsOf(
      base,
      (words) => words.format(1, 3, { bold: {} }),
      (words) => words.delete(0, 5),
    ),
  ]
  const [atOnce, stepwise] = [openPlanDoc(), openPlanDoc()]
  const changes: Uint8Array[] = []
  stepwise.on('update', (update: Uint8Array) => changes.push(update))
  foldInto(atOnce, rows)
  for (const row of rows) foldInto(stepwise, [row])

  expect(changes).toHaveLength(rows.length)
  expect(Y.equalSnapshots(Y.snapshot(stepwise), Y.snapshot(atOnce))).toBe(true)
  const deleted = [...Y.snapshot(atOnce).ds.clients].map(([client, ranges]) => [
    client,
    ranges.length,
  ])
  expect(deleted).toEqual([[1, 1]])
})
