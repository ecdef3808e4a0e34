import { evenWords } from './even-text.ts'
import type { Span } from './part-text.ts'

/** A quote with what stood around it. */
export interface QuotedWords {
  quote: string
  prefix: string
  suffix: string
  occurrence: number
}

/**
 * Where a quote stands in a part's text, judged by its letters and by what stands around it; null when it is not
 * there or when it cannot be told which of several it is.
 */
export function findQuote(text: string, words: QuotedWords): Span | null {
  const quote = evenWords(words.quote)
  if (quote === '') return null
  const places: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at)
  let best: { at: number; score: number } | null = null
  for (const [index, at] of places.entries()) {
    const score =
      commonEnd(text.slice(0, at), words.prefix) +
      commonStart(text.slice(at + quote.length), words.suffix) +
      (index === words.occurrence ? 1 : 0)
    if (!best || score > best.score) best = { at, score }
  }
  return best && { from: best.at, to: best.at + quote.length }
}

function commonStart(text: string, words: string): number {
  let length = 0
  while (length < words.length && text[length] === words[length]) length += 1
  return length
}

function commonEnd(text: string, words: string): number {
  let length = 0
  while (length < words.length && text.at(-1 - length) === words.at(-1 - length)) length += 1
  return length
}
