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

/** Where to look for a quote that is no longer where it was. */
export interface Search {
  /** The part's text, by which surroundings are judged. */
  text: string
  /** The same with blots where the passage cannot be. */
  open: string
  /** Where it was last known. */
  near: number | null
  /** Its letters still stand there, torn apart: only a place in the same surroundings is a better one. */
  isTorn?: boolean
}

/**
 * How much of what stood around a passage must still stand there: the shorter its words and the more they changed,
 * the more. `errors` is the share of letters that changed; only words that stand nowhere else can be told without it.
 */
function needed(length: number, errors: number, isOnlyOne: boolean): number {
  if (isOnlyOne && length >= (errors > 0 ? 40 : 24) && errors <= 0.15) return 0
  return length < 8 ? 0.8 : 0.62
}

const mostErrors = 0.3
/** Shorter words with changed letters are like too many others. */
const shortestAlike = 12
const mostPlaces = 300

/** The quote that somebody just read in this text, or in one a little older; null when it is not there. */
export function findFreshQuote(text: string, words: QuotedWords): Span | null {
  const quote = evenWords(words.quote)
  return bestOf(quote, text, { text, open: text, near: null }, words)?.span ?? null
}

/**
 * Where a quote stands that somebody read long ago, judged by its letters and by what stands around it. Null when it
 * is not there, or when what stands there may well be another's words.
 */
export function findQuote(search: Search, words: QuotedWords): Span | null {
  const quote = evenWords(words.quote)
  const best = bestOf(quote, search.open, search, words)
  if (!best) return findAlike(quote, search, words)
  const isTelling = best.isOnlyOne && !search.isTorn
  return best.known >= needed(quote.length, 0, isTelling) ? best.span : null
}

/** Of all places where exactly the quote stands the likeliest, and how much of its surroundings is there. */
function bestOf(quote: string, among: string, { text, near }: Search, words: QuotedWords) {
  const places = placesOf(among, quote, words.occurrence)
  const ranked = places
    .map(({ at, nth }) => {
      const span = { from: at, to: at + quote.length }
      const distance = near === null ? Math.abs(nth - words.occurrence) : Math.abs(at - near)
      return { span, known: surroundings(text, span, words), distance }
    })
    .sort((one, other) => other.known - one.known || one.distance - other.distance)
  const best = ranked[0]
  return best && { ...best, isOnlyOne: ranked.length === 1 }
}

/** The quote with some letters changed. */
function findAlike(quote: string, search: Search, words: QuotedWords): Span | null {
  if (quote.length < shortestAlike) return null
  const { text, open, near } = search
  const found = findSimilar(open, quote, Math.floor(quote.length * mostErrors), near ?? 0)
  if (!found) return null
  const { errors, ...stretch } = found
  const span = withoutEdgeSpace(text, stretch)
  const isKnown =
    surroundings(text, span, words) >= needed(quote.length, errors / quote.length, !search.isTorn)
  return isKnown ? span : null
}

function withoutEdgeSpace(text: string, { from, to }: Span): Span {
  return {
    from: text[from] === ' ' ? from + 1 : from,
    to: text[to - 1] === ' ' ? to - 1 : to,
  }
}

/** How much of what stood on both sides of the quote still stands there, 0 to 1; the better side counts more. */
function surroundings(text: string, { from, to }: Span, { prefix, suffix }: QuotedWords): number {
  const before = evenWords(prefix)
  const after = evenWords(suffix)
  const sides = [
    before === '' ? Number(from === 0) : shareOf(before, text.slice(Math.max(0, from - 60), from)),
    after === '' ? Number(to === text.length) : shareOf(after, text.slice(to, to + 60)),
  ]
  return Math.max(...sides) * 0.6 + Math.min(...sides) * 0.4
}

function placesOf(text: string, quote: string, occurrence: number): { at: number; nth: number }[] {
  const places: { at: number; nth: number }[] = []
  if (quote === '') return places
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    places.push({ at, nth: places.length })
  }
  const first = Math.max(0, Math.min(occurrence, places.length) - mostPlaces / 2)
  return places.slice(first, first + mostPlaces)
}
