import * as Y from 'yjs'
import type { AppendRow } from '../log/plan-log.ts'

/**
 * One row per author. Two authors of a batch never build on each other, since nothing is shared before it is
 * committed, so the order between their rows does not matter.
 */
export function mergeByAuthor(
  updates: readonly { author: string; update: Uint8Array }[],
): AppendRow[] {
  const byAuthor = new Map<string, Uint8Array[]>()
  for (const { author, update } of updates) {
    const list = byAuthor.get(author)
    if (list) list.push(update)
    else byAuthor.set(author, [update])
  }
  return [...byAuthor].map(([author, list]) => ({ author, data: merge(list) }))
}

/** Yjs sorts all updates of a merge anew at each struct, so many are merged a few at a time. */
const mergedAtOnce = 32

function merge(list: readonly Uint8Array[]): Uint8Array {
  let left = list
  while (left.length > mergedAtOnce) {
    const merged: Uint8Array[] = []
    for (let at = 0; at < left.length; at += mergedAtOnce) {
      merged.push(Y.mergeUpdates(left.slice(at, at + mergedAtOnce)))
    }
    left = merged
  }
  const [only] = left
  return left.length === 1 && only ? only : Y.mergeUpdates([...left])
}
