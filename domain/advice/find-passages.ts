import type * as Y from 'yjs'
import type { ProsePart } from '../plan-doc.ts'
import type { Passage } from './advice-place.ts'
import { documentText } from './document-text.ts'
import { findQuote } from './find-quote.ts'
import type { PartText, Span } from './part-text.ts'
import { anchoredSpan, type PassageAnchor } from './passage-anchor.ts'

/** A passage that somebody spoke about, as it is kept with the thread. */
export interface AnchoredPassage {
  passage: Passage
  anchor: PassageAnchor | null
}

/**
 * Where passages stand in the document now, in the given order: each by its anchor, else by its words and what stood
 * around them, else null, and then it is orphaned. Spans are those of the part's text as every surface reads it.
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

function findPassage(
  doc: Y.Doc,
  part: PartText<Y.XmlText>,
  { passage, anchor }: AnchoredPassage,
): Span | null {
  const held = anchor && anchoredSpan(doc, part, anchor)
  return held ?? findQuote(part.text, passage)
}
