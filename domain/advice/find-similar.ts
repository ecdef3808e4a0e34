import type { Span } from './part-text.ts'

/** A stretch that reads almost like some words; `errors` letters were written, left out or changed. */
export interface SimilarSpan extends Span {
  errors: number
}

/** Only where so many letters in a row still stand as they did is it worth looking closer. */
const seedLength = 6
/** Places of one seed that are looked at; set phrases have more, and then others of its seeds tell. */
const mostOfSeed = 20

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
  let best: SimilarSpan | null = null
  for (const stretch of likelyStretches(text, words)) {
    const rows = new Rows(words)
    for (let at = stretch.from; at < stretch.to; at += 1) {
      rows.read(text.charCodeAt(at), at)
      const { errors, from } = rows
      if (errors > most || from < stretch.from || (best && errors > best.errors)) continue
      const isNearer = !best || Math.abs(from - near) < Math.abs(best.from - near)
      if (!best || errors < best.errors || isNearer) best = { from, to: at + 1, errors }
    }
  }
  return best
}

/** Where some letters in a row stand as in the words, with room for the rest around them; none over another. */
function likelyStretches(text: string, words: string): Span[] {
  const found: Span[] = []
  for (let seed = 0; seed + seedLength <= words.length; seed += seedLength / 2) {
    const letters = words.slice(seed, seed + seedLength)
    let at = text.indexOf(letters)
    for (let count = 0; at >= 0 && count < mostOfSeed; count += 1) {
      const from = Math.max(0, at - Math.ceil(seed * 1.5))
      found.push({ from, to: Math.min(text.length, at + Math.ceil((words.length - seed) * 1.5)) })
      at = text.indexOf(letters, at + 1)
    }
  }
  const joined: Span[] = []
  for (const stretch of found.sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1)
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to)
    else joined.push({ ...stretch })
  }
  return joined
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
