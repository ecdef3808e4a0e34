import * as buffer from 'lib0/buffer'
import * as Y from 'yjs'
import type { Passage } from './advice-place.ts'
import { documentText } from './document-text.ts'
import { findQuote } from './find-quote.ts'
import type { PartText, PlaceAt, Span } from './part-text.ts'

/** The ends of a passage as Yjs relative positions, encoded, in base64: its first letter and its last. */
export interface PassageAnchor {
  start: string
  end: string
}

/** Anchors a passage that somebody sent as words; null when those words are not in the document. */
export function anchorPassage(doc: Y.Doc, passage: Passage): PassageAnchor | null {
  const part = documentText(doc, passage.part)
  const span = findQuote(part.text, passage, null)
  return span && anchorSpan(part, span)
}

/** Anchors a span: bound to its first and its last letter, so that what is written beside it stays outside. */
export function anchorSpan(part: PartText<Y.XmlText>, span: Span): PassageAnchor | null {
  const ends = part.ends(span)
  return ends && { start: encode(ends.start, 0), end: encode(ends.end, -1) }
}

/**
 * Where the anchored letters stand now, or where they stood, and then nothing lies between its ends. Null when the
 * texts that held them are gone too.
 */
export function anchoredPlace(
  doc: Y.Doc,
  part: PartText<Y.XmlText>,
  anchor: PassageAnchor,
): Span | null {
  const start = offsetOf(doc, part, anchor.start)
  const end = offsetOf(doc, part, anchor.end)
  const from = start ?? end
  const to = end ?? start
  if (from === null || to === null) return null
  // One of the two alone says where it was, not what is left of it.
  return start === null || end === null ? { from, to: from } : { from, to: Math.max(from, to) }
}

function encode({ place, at }: PlaceAt<Y.XmlText>, side: 0 | -1): string {
  const position = Y.createRelativePositionFromTypeIndex(place, at, side)
  return buffer.toBase64(Y.encodeRelativePosition(position))
}

function offsetOf(doc: Y.Doc, part: PartText<Y.XmlText>, encoded: string): number | null {
  // What others undid is no news here: everybody must find the same place.
  const place = Y.createAbsolutePositionFromRelativePosition(decode(encoded), doc, false)
  if (!place || !(place.type instanceof Y.XmlText)) return null
  return part.offsetOf({ place: place.type, at: place.index })
}

function decode(encoded: string): Y.RelativePosition {
  return Y.decodeRelativePosition(buffer.fromBase64(encoded))
}
