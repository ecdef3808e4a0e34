/** One replaced stretch, in UTF-16 units. */
export interface TextChange {
  at: number
  removed: number
  added: string
}

/**
 * The shortest single change that turns one text into the other: what both begin and end with is left alone.
 * It never cuts through a surrogate pair or between a letter and the marks on it, so that a text that two
 * people change at once stays made of whole letters.
 */
export function textChange(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  while (start > 0 && (splits(before, start) || splits(after, start))) start -= 1
  let end = 0
  while (end < shorter - start && unitFromEnd(before, end) === unitFromEnd(after, end)) end += 1
  while (end > 0 && (splits(before, before.length - end) || splits(after, after.length - end))) {
    end -= 1
  }
  return {
    at: start,
    removed: before.length - start - end,
    added: after.slice(start, after.length - end),
  }
}

function unitFromEnd(text: string, at: number): number {
  return text.charCodeAt(text.length - 1 - at)
}

const continues = /^(?:\p{M}|\u200D)/u

/** Would a cut at this place part what belongs together? */
function splits(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const unit = text.charCodeAt(at)
  if (unit >= 0xdc00 && unit <= 0xdfff) return true
  return continues.test(text.slice(at, at + 2))
}
