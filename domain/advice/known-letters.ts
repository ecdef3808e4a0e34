import * as Y from 'yjs'
import type { PartText, Span } from './part-text.ts'

/**
 * Which letters a part had at some moment: of each Yjs client that wrote in it, how many structs the document knew.
 * A letter never changes its id, so what stood there then and was not the passage is not the passage now either,
 * however alike it reads.
 */
export type KnownLetters = ReadonlyMap<number, number>

/** What stands in these texts now, as `KnownLetters`. */
export function knownLetters(doc: Y.Doc, texts: readonly Y.XmlText[]): KnownLetters {
  const known = new Map<number, number>()
  for (const text of texts) {
    for (const { id } of lettersOf(text)) {
      if (!known.has(id.client)) known.set(id.client, Y.getState(doc.store, id.client))
    }
  }
  return known
}

/** The part's text with every known letter outside of `own` stretches blotted out, so that no search finds it. */
export function withoutKnown(
  part: PartText<Y.XmlText>,
  known: KnownLetters,
  own: readonly Span[],
): string {
  const signs = part.text.split('')
  for (const text of part.places) {
    let at = 0
    for (const { id, length } of lettersOf(text)) {
      const limit = known.get(id.client) ?? 0
      const old = Math.min(Math.max(limit - id.clock, 0), length)
      if (old > 0) blot(signs, part, { place: text, from: at, to: at + old }, own)
      at += length
    }
  }
  return signs.join('')
}

const blotted = '\u0000'

function blot(
  signs: string[],
  part: PartText<Y.XmlText>,
  { place, from, to }: { place: Y.XmlText } & Span,
  own: readonly Span[],
): void {
  const end = part.offsetOf({ place, at: to }) ?? 0
  for (let at = part.offsetOf({ place, at: from }) ?? end; at < end; at += 1) {
    const isOwn = own.some((stretch) => stretch.from <= at && at < stretch.to)
    if (!isOwn && signs[at] !== ' ') signs[at] = blotted
  }
}

/** The stretches of a shared text that count, in order. */
function* lettersOf(text: Y.XmlText): Generator<{ id: Y.ID; length: number }> {
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.countable) yield item
  }
}
