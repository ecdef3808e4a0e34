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

function merge(list: readonly Uint8Array[]): Uint8Array {
  const [only] = list
  return list.length === 1 && only ? only : Y.mergeUpdates([...list])
}
