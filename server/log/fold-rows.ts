import * as Y from 'yjs'
import {
  assignmentsOf,
  hasGap,
  newPlanDoc,
  proseOf,
  proseParts,
  tasksOf,
} from '#domain/plan-doc.ts'

/** An empty document whose roots have their types, so that an update cannot give them others. */
export function openPlanDoc(): Y.Doc {
  const doc = newPlanDoc()
  assignmentsOf(doc)
  tasksOf(doc)
  for (const part of proseParts) proseOf(doc, part)
  return doc
}

/**
 * Adds updates to a document in one transaction, in their order, and nothing else. Throws when one leaves a
 * gap. Yjs tidies formatting marks up after changes from elsewhere, by deletions of its own that would be in
 * no row; those of the browsers come as updates like any other.
 */
export function foldInto(doc: Y.Doc, updates: Iterable<Uint8Array>): void {
  doc.transact((transaction) => {
    for (const update of updates) Y.applyUpdate(doc, update)
    transaction.local = true
  })
  if (hasGap(doc)) throw new Error('log: an update depends on one that is not there')
}
