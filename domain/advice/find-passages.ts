import type * as Y from 'yjs'
import type { ProsePart } from '../plan-doc.ts'
import type { Passage } from './advice-place.ts'
import { documentText } from './document-text.ts'
import { evenWords } from './even-text.ts'
import { findQuote } from './find-quote.ts'
import { shareOf } from './likeness.ts'
import type { PartText, Span } from './part-text.ts'
import { anchoredPlace, type PassageAnchor } from './passage-anchor.ts'

/** A passage that somebody spoke about, as it is kept with the thread. */
export interface AnchoredPassage {
  passage: Passage
  anchor: PassageAnchor | null
  /** The words that an accepted proposal put in its place. */
  replacement?: string | null
}

/** So much of the quote between the anchored letters is the passage; with less, a better place is looked for. */
const enough = 0.6
/** With less than this nothing is left that a reader would know. */
const least = 0.3

/**
 * Where passages stand in the document now, in the given order: each by its anchored letters, else by its words and
 * what stood around them, else null, and then it is orphaned (SPEC Q21). Spans are those of the part's text as every
 * surface reads it.
 */
export function findPassages(
  doc: Y.Doc,
  part: ProsePart,
  wanted: readonly AnchoredPassage[],
): (Span | null)[] {
  if (wanted.length === 0) return []
  const text = documentText(doc, part)
  return wanted.map((one) => (one.passage.part === part ? findPassage(doc, text, one) : null))
}

/** The same of one passage in a text that was read already. */
export function findPassage(
  doc: Y.Doc,
  part: PartText<Y.XmlText>,
  { passage, anchor, replacement }: AnchoredPassage,
): Span | null {
  const place = anchor && anchoredPlace(doc, part, anchor)
  const held = place && place.from < place.to ? place : null
  const near = place?.from ?? null
  const wordings = replacement ? [replacement, passage.quote] : [passage.quote]
  for (const wording of wordings) {
    const found = findWording(part.text, { ...passage, quote: wording }, held, near)
    if (found) return found
  }
  return null
}

function findWording(
  text: string,
  words: Passage,
  held: Span | null,
  near: number | null,
): Span | null {
  const quote = evenWords(words.quote)
  if (!held) return findQuote(text, words, near)
  const between = text.slice(held.from, held.to)
  if (between === quote) return held
  const share = shareOf(quote, between)
  const whole = share >= enough ? overlapping(text, quote, held) : findQuote(text, words, near)
  if (whole) return whole
  return share >= least ? held : null
}

/** The whole quote where the anchored letters are a letter or two off: equal letters side by side have no name. */
function overlapping(text: string, quote: string, held: Span): Span | null {
  const at = text.indexOf(quote, Math.max(0, held.from - quote.length + 1))
  if (at < 0 || at >= held.to) return null
  return { from: at, to: at + quote.length }
}
