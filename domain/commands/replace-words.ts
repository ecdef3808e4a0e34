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
 * stays inside its paragraph: line breaks become spaces. Words that are deleted take one of the two spaces around
 * them along, words put where nothing stood bring it back. Throws `badInput` for a stretch that is not there.
 */
export function replaceWords(
  doc: Y.Doc,
  input: { spot: WordsSpot; text: string },
  origin: unknown = ownMove,
): void {
  const { text } = input.spot
  const now = plainOf(text)
  if (text.doc !== doc || now === null || !isWithin(input.spot, now)) throw badInput('spot')
  const words = cleanLine(input.text, mostOfWords)
  const { at, length } = words === '' ? withSpace(now, input.spot) : input.spot
  const wanted = length === 0 ? spaced(now, at, words) : words
  const change = textChange(now.slice(at, at + length), wanted)
  doc.transact(() => {
    // Letters take over the look of the letter before them, so the new ones come before the old ones go.
    if (change.added !== '') text.insert(at + change.at + change.removed, change.added)
    if (change.removed > 0) text.delete(at + change.at, change.removed)
  }, origin)
}

function isWithin({ at, length }: WordsSpot, now: string): boolean {
  return at >= 0 && at + length <= now.length
}

/** The stretch with the space before it, or else the one behind it, where leaving both would leave one too many. */
function withSpace(now: string, { at, length }: WordsSpot): { at: number; length: number } {
  const [before, behind] = [now[at - 1], now[at + length]]
  if (before === ' ' && !isLetter(behind)) return { at: at - 1, length: length + 1 }
  if (before === undefined && behind === ' ') return { at, length: length + 1 }
  return { at, length }
}

/** Words with a space to each letter that they would else stick to. */
function spaced(now: string, at: number, words: string): string {
  const before = isLetter(now[at - 1]) || /[,.;:!?)]/.test(now[at - 1] ?? '') ? ' ' : ''
  return `${before}${words}${isLetter(now[at]) ? ' ' : ''}`
}

function isLetter(sign: string | undefined): boolean {
  return /[\p{L}\p{N}]/u.test(sign ?? '')
}

/** Its letters; null when anything else stands among them, because places could not be counted then. */
function plainOf(text: Y.XmlText): string | null {
  const runs: unknown[] = text.toDelta()
  const parts = runs.map((run) => (run as { insert?: unknown }).insert)
  return parts.every((part) => typeof part === 'string') ? parts.join('') : null
}
