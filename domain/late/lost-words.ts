import * as Y from 'yjs'
import { cleanText } from '../clean-text.ts'
import type { LateItem } from './late-view.ts'
import type { OwnDeletes } from './own-deletes.ts'

/** Most letters of a passage that is told. */
const mostText = 2_000

/**
 * Letters of a late edit that nobody would ever see: they were written into a paragraph which somebody else had deleted,
 * so that they came deleted, without their author having taken them back. One item for each author's stretch.
 */
export function lostWords(
  doc: Y.Doc,
  parts: readonly Uint8Array[],
  ownDeletes: OwnDeletes,
): LateItem[] {
  const stretches: { client: number; first: number; next: number; text: string }[] = []
  for (const { id, content } of stringsOf(parts)) {
    for (const [offset, letter] of content.str.split('').entries()) {
      const clock = id.clock + offset
      const at = { client: id.client, clock }
      if (ownDeletes.has(at) || !isGone(doc, at)) continue
      const open = stretches.at(-1)
      if (open?.client === id.client && open.next === clock) {
        open.text += letter
        open.next += 1
      } else stretches.push({ client: id.client, first: clock, next: clock + 1, text: letter })
    }
  }
  return stretches.flatMap(({ client, first, text }) => {
    const words = cleanText(text, mostText).trim()
    return words === ''
      ? []
      : [{ key: `words:${client}:${first}`, change: { kind: 'words' as const, text: words } }]
  })
}

function stringsOf(parts: readonly Uint8Array[]) {
  return parts.flatMap((part) =>
    Y.decodeUpdate(part).structs.flatMap((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString
        ? [{ id: struct.id, content: struct.content }]
        : [],
    ),
  )
}

function isGone(doc: Y.Doc, { client, clock }: { client: number; clock: number }): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs) return false
  const struct = structs[Y.findIndexSS(structs, clock)]
  return struct?.deleted ?? false
}
