import * as buffer from 'lib0/buffer'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { ProsePart } from '../plan-doc.ts'
import type { Passage } from './advice-place.ts'
import { documentText } from './document-text.ts'
import { findFreshQuote } from './find-quote.ts'
import { type KnownLetters, knownLetters } from './known-letters.ts'
import type { PartText, PlaceAt, Span } from './part-text.ts'
import { passageOf } from './passage-of.ts'

/**
 * A passage's first and last letter as Yjs relative positions, and which other letters its part had when it was
 * anchored; in base64.
 */
export type PassageAnchor = string

/** What an anchor says about a document as it is now. */
export interface Anchored {
  /** Where its first letter begins and its last one ends, or where they stood; null when their text is gone. */
  start: number | null
  end: number | null
  known: KnownLetters
  /** Of one that was made anew: how the passage read then, and what stood around it. */
  words: AnchoredWords | null
}

export type AnchoredWords = Pick<Passage, 'quote' | 'prefix' | 'suffix'>

const wordsInOrder = ['quote', 'prefix', 'suffix'] as const

/** Anchors a passage that somebody sent as words; null when those words are not in the document. Writes nothing. */
export function anchorPassage(doc: Y.Doc, passage: Passage): PassageAnchor | null {
  const part = documentText(doc, passage.part)
  const span = findFreshQuote(part.text, passage)
  return span && encodeAnchor(doc, part, span, null)
}

/** Anchors a passage anew where it was found, with its words as they read there. Writes nothing to the document. */
export function anchorAnew(
  doc: Y.Doc,
  part: PartText<Y.XmlText>,
  found: Span,
  of: ProsePart,
): PassageAnchor | null {
  const words = passageOf(part.text, of, found)
  return words && encodeAnchor(doc, part, found, words)
}

function encodeAnchor(
  doc: Y.Doc,
  part: PartText<Y.XmlText>,
  span: Span,
  words: AnchoredWords | null,
): PassageAnchor | null {
  const ends = part.ends(span)
  if (!ends) return null
  const encoder = encoding.createEncoder()
  // Bound to the letters themselves, so that what is written beside them stays outside.
  encoding.writeVarUint8Array(encoder, bindTo(ends.start, 0))
  encoding.writeVarUint8Array(encoder, bindTo(ends.end, -1))
  const known = knownLetters(doc, part.places)
  encoding.writeVarUint8Array(encoder, Y.encodeStateVector(new Map(known)))
  if (words) for (const of of wordsInOrder) encoding.writeVarString(encoder, words[of])
  return buffer.toBase64(encoding.toUint8Array(encoder))
}

export function readAnchor(doc: Y.Doc, part: PartText<Y.XmlText>, anchor: PassageAnchor): Anchored {
  const decoder = decoding.createDecoder(buffer.fromBase64(anchor))
  const start = offsetOf(doc, part, decoding.readVarUint8Array(decoder))
  const end = offsetOf(doc, part, decoding.readVarUint8Array(decoder))
  const known = Y.decodeStateVector(decoding.readVarUint8Array(decoder))
  if (!decoding.hasContent(decoder)) return { start, end, known, words: null }
  const [quote = '', prefix = '', suffix = ''] = wordsInOrder.map(() =>
    decoding.readVarString(decoder),
  )
  return { start, end, known, words: { quote, prefix, suffix } }
}

/** Where in the document a passage stood of which no letter is left, nor anything in its place; else null. */
export function emptiedPlace(doc: Y.Doc, anchor: PassageAnchor): PlaceAt<Y.XmlText> | null {
  const decoder = decoding.createDecoder(buffer.fromBase64(anchor))
  const start = placeOf(doc, decoding.readVarUint8Array(decoder))
  const end = placeOf(doc, decoding.readVarUint8Array(decoder))
  return start && start.place === end?.place && start.at === end.at ? start : null
}

function bindTo({ place, at }: PlaceAt<Y.XmlText>, side: 0 | -1): Uint8Array {
  return Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(place, at, side))
}

function offsetOf(doc: Y.Doc, part: PartText<Y.XmlText>, encoded: Uint8Array): number | null {
  const place = placeOf(doc, encoded)
  return place && part.offsetOf(place)
}

function placeOf(doc: Y.Doc, encoded: Uint8Array): PlaceAt<Y.XmlText> | null {
  const position = Y.decodeRelativePosition(encoded)
  // What was undone is followed nowhere: only one browser would know of it, and all must find the same place.
  const place = Y.createAbsolutePositionFromRelativePosition(position, doc, false)
  return place?.type instanceof Y.XmlText ? { place: place.type, at: place.index } : null
}
