import { evenWords } from './even-text.ts'
import { findSimilar } from './find-similar.ts'
import { shareOf } from './likeness.ts'
import type { Span } from './part-text.ts'

/** A quote with what stood around it. */
export interface QuotedWords {
  quote: string
  prefix: string
  suffix: string
  /** How many equal ones came earlier. */
  occurrence: number
}

/** From this length on, words that stand in a part only once are known without what stood around them. */
const tellingLength = 24
/** How much of what stood around a passage must still be there, when it takes that to tell it. */
const knownSurroundings = 0.5
/** Shorter words are like too many others. */
const shortestSimilar = 12
const fewErrors = 0.15
const mostErrors = 0.35
const mostPlaces = 300

/**
 * Where a quote stands in a part's text, judged by its letters and by what stands around it; `near` is where it was
 * last known. Null when it is not there, or when what stands there may well be another's words.
 */
export function findQuote(text: string, words: QuotedWords, near: number | null): Span | null {
  const quote = evenWords(words.quote)
  if (quote === '') return null
  const places = placesOf(text, quote, words.occurrence)
  if (places.length === 0) return findAlike(text, quote, words, near)
  const ranked = places
    .map(({ at, nth }) => {
      const span = { from: at, to: at + quote.length }
      const distance = near === null ? Math.abs(nth - words.occurrence) : Math.abs(at - near)
      return { span, known: surroundings(text, span, words), distance }
    })
    .sort((one, other) => other.known - one.known || one.distance - other.distance)
  const best = ranked[0]
  if (!best) return null
  const isOnlyOne = ranked.length === 1 && quote.length >= tellingLength
  return isOnlyOne || best.known >= knownSurroundings ? best.span : null
}

/** The quote with some letters changed. */
function findAlike(
  text: string,
  quote: string,
  words: QuotedWords,
  near: number | null,
): Span | null {
  if (quote.length < shortestSimilar) return null
  const most = Math.floor(quote.length * mostErrors)
  const found = findSimilar(text, quote, most, near ?? 0)
  if (!found) return null
  const { errors, ...span } = found
  if (quote.length >= tellingLength && errors <= quote.length * fewErrors) return span
  return surroundings(text, span, words) >= knownSurroundings ? span : null
}

/** How much of what stood on both sides of the quote still stands there, 0 to 1. */
function surroundings(text: string, { from, to }: Span, { prefix, suffix }: QuotedWords): number {
  const before = evenWords(prefix)
  const after = evenWords(suffix)
  const sides = [
    before === '' ? Number(from === 0) : shareOf(before, text.slice(0, from).slice(-60)),
    after === '' ? Number(to === text.length) : shareOf(after, text.slice(to, to + 60)),
  ]
  return (Math.max(...sides) * 3 + Math.min(...sides)) / 4
}

function placesOf(text: string, quote: string, occurrence: number): { at: number; nth: number }[] {
  const places: { at: number; nth: number }[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    places.push({ at, nth: places.length })
  }
  const first = Math.max(0, Math.min(occurrence, places.length) - mostPlaces / 2)
  return places.slice(first, first + mostPlaces)
}
