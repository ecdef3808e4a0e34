// What cannot be seen and can make a text lie: controls, marks that turn the direction of writing, and signs
// without width that some input tools leave behind. A line feed is kept for `cleanText` to decide on.
const unseen = /(?!\n)\p{Cc}|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
const loneSurrogate = /\p{Cs}/gu
const lineBreak = /\r\n?|[\u0085\u2028\u2029]/gu

/** A text of several lines: NFC, without unseen characters, well-formed, at most `most` UTF-16 units. */
export function cleanText(text: string, most: number): string {
  const tidy = text
    // Cut generously first: normalising a hostile megabyte would be wasted work.
    .slice(0, most * 4)
    .replace(lineBreak, '\n')
    .replace(/\t/gu, ' ')
    .replace(unseen, '')
    .replace(loneSurrogate, '\uFFFD')
    .normalize('NFC')
  return cut(tidy, most)
}

/** The same in one line: line breaks become spaces. Spaces are kept as typed. */
export function cleanLine(text: string, most: number): string {
  return cut(cleanText(text, most * 2).replace(/\n/gu, ' '), most)
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  // Never half of a surrogate pair.
  return text.slice(0, isHighSurrogate(text.charCodeAt(most - 1)) ? most - 1 : most)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
