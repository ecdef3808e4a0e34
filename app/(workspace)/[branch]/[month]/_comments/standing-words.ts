import type * as Y from 'yjs'
import type { ThreadView } from '#domain/advice/advice-view.ts'
import { documentText } from '#domain/advice/document-text.ts'
import { findPassages } from '#domain/advice/find-passages.ts'
import type { PartText, Span } from '#domain/advice/part-text.ts'
import { emptiedPlace, type PassageAnchor } from '#domain/advice/passage-anchor.ts'
import type { WordsSpot } from '#domain/commands/replace-words.ts'

/** What stands now where a proposal's passage stood, and where that is. */
export interface StandingWords {
  words: string
  spot: WordsSpot
}

/**
 * Of a proposal for other words: the old ones, or the new ones where they were taken over already. Null when neither
 * can be found, or when they reach over more than one paragraph, where nothing can be replaced in one piece. Of a
 * proposal to delete them, no words once they are gone: then the spot is where they stood.
 */
export function standingWords(
  doc: Y.Doc,
  thread: Pick<ThreadView, 'proposal' | 'anchor'>,
): StandingWords | null {
  const change = thread.proposal?.change
  if (change?.kind !== 'replaceText') return null
  const { passage, text } = change
  const part = documentText(doc, passage.part)
  const { anchor } = thread
  const after = text === '' ? [] : [{ passage: { ...passage, quote: text }, anchor }]
  const found = findPassages(doc, passage.part, [{ passage, anchor }, ...after])
    .filter((span) => span !== null)
    .map((span) => ({ span, words: part.text.slice(span.from, span.to) }))
  const best = found.find(({ words }) => words === passage.quote || words === text) ?? found[0]
  if (!best) return text === '' ? emptied(doc, anchor) : null
  const spot = oneSpot(part, best.span)
  return spot ? { words: best.words, spot } : null
}

function emptied(doc: Y.Doc, anchor: PassageAnchor | null): StandingWords | null {
  const place = anchor === null ? null : emptiedPlace(doc, anchor)
  return place && { words: '', spot: { text: place.place, at: place.at, length: 0 } }
}

function oneSpot(part: PartText<Y.XmlText>, span: Span): WordsSpot | null {
  const stretches = part.stretches(span)
  const [first] = stretches
  const last = stretches.at(-1)
  if (!first || !last || first.place !== last.place) return null
  return { text: first.place, at: first.from, length: last.to - first.from }
}
