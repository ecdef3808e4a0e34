import type { Span } from './part-text.ts'

/** A stretch that reads almost like some words; `errors` letters were written, left out or changed. */
export interface SimilarSpan extends Span {
  errors: number
}

/** Most comparisons of letters in one search: some tens of milliseconds. Larger ones find nothing. */
const mostWork = 20_000_000

/**
 * The stretch of the text that differs least from the words, by at most `most` letters; of equal ones the nearest to
 * `near`. One pass with two rows: P. Sellers, "The theory and computation of evolutionary distances: pattern
 * recognition", J. Algorithms 1 (1980).
 */
export function findSimilar(
  text: string,
  words: string,
  most: number,
  near: number,
): SimilarSpan | null {
  if (words.length * text.length > mostWork) return null
  const rows = new Rows(words)
  let best: SimilarSpan | null = null
  for (let at = 0; at < text.length; at += 1) {
    rows.read(text.charCodeAt(at), at)
    const { errors, from } = rows
    if (errors > most || (best && errors > best.errors)) continue
    const isNearer = !best || Math.abs(from - near) < Math.abs(best.from - near)
    if (!best || errors < best.errors || isNearer) best = { from, to: at + 1, errors }
  }
  return best
}

/** Distances of all beginnings of the words to what ends at the letter read last, and where that begins. */
class Rows {
  readonly #words: string
  readonly #errors: Uint32Array
  readonly #from: Uint32Array

  constructor(words: string) {
    this.#words = words
    this.#errors = Uint32Array.from({ length: words.length + 1 }, (_, index) => index)
    this.#from = new Uint32Array(words.length + 1)
  }

  get errors(): number {
    return this.#errors[this.#words.length] ?? 0
  }

  get from(): number {
    return this.#from[this.#words.length] ?? 0
  }

  read(letter: number, at: number): void {
    const errors = this.#errors
    const from = this.#from
    let before = 0
    let fromBefore = at
    errors[0] = 0
    from[0] = at + 1
    for (let index = 1; index < errors.length; index += 1) {
      const above = errors[index] ?? 0
      const fromAbove = from[index] ?? 0
      const isSame = this.#words.charCodeAt(index - 1) === letter
      const changed = before + (isSame ? 0 : 1)
      const left = (errors[index - 1] ?? 0) + 1
      const least = Math.min(changed, above + 1, left)
      errors[index] = least
      from[index] =
        least === changed ? fromBefore : least === left ? (from[index - 1] ?? 0) : fromAbove
      before = above
      fromBefore = fromAbove
    }
  }
}
