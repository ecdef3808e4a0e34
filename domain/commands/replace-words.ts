import type * as Y from 'yjs'
import { cleanLine } from '../clean-text.ts'
import { ownMove } from '../plan-doc.ts'
import { textChange } from '../text-change.ts'
import { badInput } from './require-input.ts'

const mostOfWords = 10_000

/** A stretch of one text of the prose, in UTF-16 units. */
export interface WordsSpot {
  text: Y.XmlText
  at: number
  length: number
}

/**
 * Makes a stretch of prose read otherwise, changing only what differs, in the look of the letter before it. It
 * stays inside its paragraph: line breaks become spaces. Throws `badInput` for a stretch that is not there.
 */
export function replaceWords(
  doc: Y.Doc,
  input: { spot: WordsSpot; text: string },
  origin: unknown = ownMove,
): void {
  const { text, at, length } = input.spot
  const now = plainOf(text)
  if (text.doc !== doc || now === null || at < 0 || at + length > now.length) throw badInput('spot')
  const change = textChange(now.slice(at, at + length), cleanLine(input.text, mostOfWords))
  doc.transact(() => {
    // Letters take over the look of the letter before them, so the new ones come before the old ones go.
    if (change.added !== '') text.insert(at + change.at + change.removed, change.added)
    if (change.removed > 0) text.delete(at + change.at, change.removed)
  }, origin)
}

/** Its letters; null when anything else stands among them, because places could not be counted then. */
function plainOf(text: Y.XmlText): string | null {
  const runs: unknown[] = text.toDelta()
  const parts = runs.map((run) => (run as { insert?: unknown }).insert)
  return parts.every((part) => typeof part === 'string') ? parts.join('') : null
}
