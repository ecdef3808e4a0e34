// The same signs that clean-text.ts leaves out.
const unseen =
  /(?![\n\t\r\u0085])\p{Cc}|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
const cluster = /\P{M}\p{M}*|\p{M}+/gu
const space = /[\s\u0085]/u

/** A text made even for comparing, and the way back to where each letter stood. */
export interface EvenText {
  text: string
  /** Where the letter at this offset begins in the raw text. */
  rawAt(offset: number): number
  /** Where the letter before this offset ends in the raw text. */
  rawEnd(offset: number): number
  /** How much even text stands before this place of the raw text. */
  offsetOf(raw: number): number
}

/**
 * Even text is NFC, holds no unseen signs, and has one space wherever the raw text has white space of any kind or
 * the end of a paragraph; none at its ends. So one passage reads the same in an editor, on a page and in the
 * document, and still after a paragraph was split or joined.
 */
export function evenText(raw: string): EvenText {
  return isPlain(raw) ? evenPlain(raw) : evenClusters(raw)
}

/** Composed letters and nothing unseen: what nearly every prose is. Then every unit stands for itself. */
function isPlain(raw: string): boolean {
  return !unseen.test(raw) && raw.normalize('NFC') === raw
}

function evenPlain(raw: string): EvenText {
  const starts: number[] = []
  const words: string[] = []
  for (const { 0: word, index } of raw.matchAll(/[^\s\u0085]+/gu)) {
    const last = starts.at(-1)
    if (last !== undefined) starts.push(last + 1)
    for (let unit = 0; unit < word.length; unit += 1) starts.push(index + unit)
    words.push(word)
  }
  return placesIn(words.join(' '), starts, (start) => start + 1)
}

function evenClusters(raw: string): EvenText {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let isSpaceDue = false
  let spaceAt = 0
  for (const match of raw.matchAll(cluster)) {
    const [letters] = match
    if (space.test(letters)) {
      if (!isSpaceDue) spaceAt = match.index
      isSpaceDue = text !== ''
      continue
    }
    const even = letters.replace(unseen, '').normalize('NFC')
    if (even === '') continue
    if (isSpaceDue) {
      text += ' '
      starts.push(spaceAt)
      ends.push(match.index)
      isSpaceDue = false
    }
    text += even
    for (let unit = 0; unit < even.length; unit += 1) {
      starts.push(match.index)
      ends.push(match.index + letters.length)
    }
  }
  return placesIn(text, starts, (_start, offset) => ends[offset] ?? 0)
}

function placesIn(
  text: string,
  starts: readonly number[],
  endOf: (start: number, offset: number) => number,
): EvenText {
  const endAt = (offset: number) => endOf(starts[offset] ?? 0, offset)
  const last = starts.length > 0 ? endAt(starts.length - 1) : 0
  return {
    text,
    rawAt: (offset) => starts[offset] ?? last,
    rawEnd: (offset) => (offset > 0 ? (offset > starts.length ? last : endAt(offset - 1)) : 0),
    offsetOf: (at) => countBelow(starts, at),
  }
}

/** The text alone: for a quote and what stands around it. */
export function evenWords(raw: string): string {
  return evenText(raw).text
}

/** How many numbers of a rising list are below `limit`. */
function countBelow(rising: readonly number[], limit: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
