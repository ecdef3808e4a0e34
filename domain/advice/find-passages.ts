import type * as Y from 'yjs'
import type { ProsePart } from '../plan-doc.ts'
import type { Passage } from './advice-place.ts'
import { documentText } from './document-text.ts'
import { evenWords } from './even-text.ts'
import { findQuote } from './find-quote.ts'
import { withoutKnown } from './known-letters.ts'
import { shareOf } from './likeness.ts'
import type { PartText, Span } from './part-text.ts'
import { type Anchored, anchorAnew, type PassageAnchor, readAnchor } from './passage-anchor.ts'

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
const least = 0.4
/** Grown beyond so many times its length, a passage counts as torn apart. */
const mostGrowth = 3

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
  return search(doc, part, { passage, anchor, replacement: replacement ?? null })?.span ?? null
}

interface Found {
  span: Span
  /** It stands between the anchored letters. */
  isHeld: boolean
}

function search(
  doc: Y.Doc,
  part: PartText<Y.XmlText>,
  { passage, anchor, replacement }: AnchoredPassage,
): Found | null {
  const anchored = anchor === null ? null : readAnchor(doc, part, anchor)
  const wordings = [
    ...(replacement ? [{ ...passage, quote: replacement }] : []),
    ...(anchored?.words ? [{ ...passage, ...anchored.words }] : []),
    passage,
  ]
  for (const words of wordings) {
    const found = findWording(part, words, anchored)
    if (found) return found
  }
  return null
}

/**
 * Anchors of the passages whose letters were written anew, in the given order: made where the words were found, so
 * that the next search begins from there (SPEC Q25). Null for those that need none and for orphaned ones.
 */
export function renewAnchors(
  doc: Y.Doc,
  part: ProsePart,
  wanted: readonly AnchoredPassage[],
): (PassageAnchor | null)[] {
  const text = documentText(doc, part)
  return wanted.map((one) => {
    const found = one.passage.part === part ? search(doc, text, one) : null
    return found && !found.isHeld && isSure(text.text, found.span, one)
      ? anchorAnew(doc, text, found.span, part)
      : null
  })
}

/** Shorter words stand in too many places for a new anchor to be built on a place where they were found. */
const shortestSure = 12
/** So much of what somebody quoted must be there for that. */
const sure = 0.8

function isSure(
  text: string,
  { from, to }: Span,
  { passage, replacement }: AnchoredPassage,
): boolean {
  return [passage.quote, replacement ?? ''].map(evenWords).some((words) => {
    return words.length >= shortestSure && shareOf(words, text.slice(from, to)) >= sure
  })
}

function findWording(
  part: PartText<Y.XmlText>,
  words: Passage,
  anchored: Anchored | null,
): Found | null {
  const { text } = part
  const quote = evenWords(words.quote)
  const held = heldSpan(text, quote, anchored)
  if (held && held.share >= enough && !held.isTorn) return { span: held.span, isHeld: true }
  const open = anchored ? withoutKnown(part, anchored.known, ownStretches(quote, anchored)) : text
  const near = anchored?.start ?? anchored?.end ?? null
  const isTorn = held?.isTorn === true && held.share >= enough
  const found = findQuote({ text, open, near, isTorn }, words)
  if (found) return { span: found, isHeld: false }
  return held && held.share >= least && !held.isTorn ? { span: held.span, isHeld: true } : null
}

/** What stands between the anchored letters. */
interface Held {
  span: Span
  /** How much of the quote is in it. */
  share: number
  /** So much was written into it that nobody would look for the passage between its ends any more. */
  isTorn: boolean
}

/** What stands between the anchored letters and how much of the quote is in it; null when that is nothing of it. */
function heldSpan(text: string, quote: string, anchored: Anchored | null): Held | null {
  if (!anchored || anchored.start === null || anchored.end === null) return null
  const span = { from: anchored.start, to: anchored.end }
  // Of equal letters in a row none has a name of its own, so an end may be a letter off.
  const whole = text.indexOf(quote, Math.max(0, span.from - 1))
  if (whole >= 0 && whole + quote.length <= span.to + 1) {
    return { span: { from: whole, to: whole + quote.length }, share: 1, isTorn: false }
  }
  if (span.from >= span.to) return null
  const isTorn = span.to - span.from > quote.length * mostGrowth
  return { span, share: shareOf(quote, text.slice(span.from, span.to)), isTorn }
}

/** Where letters that were there before may belong to the passage: between its ends, or beside the one that is left. */
function ownStretches(quote: string, { start, end }: Anchored): Span[] {
  if (start !== null && end !== null && start <= end) return [{ from: start, to: end }]
  return [
    ...(start === null ? [] : [{ from: start, to: start + quote.length }]),
    ...(end === null ? [] : [{ from: end - quote.length, to: end }]),
  ]
}
