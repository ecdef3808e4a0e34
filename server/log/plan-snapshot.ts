import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { assignmentsOf, proseOf, proseParts, tasksOf } from '#domain/plan-doc.ts'
import { foldInto, openPlanDoc } from './fold-rows.ts'

/** The rows of a plan up to and including `seq`, folded into one update, and the sum that vouches for it. */
export interface StoredSnapshot {
  seq: bigint
  state: Uint8Array
  sha256: Uint8Array
}

/** A document as a snapshot, which was read back and compared. Throws when it would not be the same. */
export function snapshotOf(doc: Y.Doc): Pick<StoredSnapshot, 'state' | 'sha256'> {
  const state = Y.encodeStateAsUpdate(doc)
  verify(doc, state)
  return { state, sha256: createHash('sha256').update(state).digest() }
}

/** The first that can be believed: whose bytes are those that were written. */
export function firstSound(snapshots: readonly StoredSnapshot[]): StoredSnapshot | null {
  return snapshots.find(isSound) ?? null
}

function isSound({ state, sha256 }: StoredSnapshot): boolean {
  return createHash('sha256').update(state).digest().equals(sha256)
}

/** A snapshot that does not read back as the very same document must never be written. */
function verify(doc: Y.Doc, state: Uint8Array): void {
  const copy = openPlanDoc()
  foldInto(copy, [state])
  const same =
    Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc)) &&
    isDeepStrictEqual(contentOf(copy), contentOf(doc))
  copy.destroy()
  if (!same) throw new Error('log: a snapshot differs from the rows that it was made of')
}

/** Everything that can be read in a plan. Equal maps may hold their keys in another order. */
function contentOf(doc: Y.Doc): unknown {
  return [
    assignmentsOf(doc).toJSON(),
    tasksOf(doc).toJSON(),
    ...proseParts.map((part) => proseOf(doc, part).toJSON()),
  ]
}
