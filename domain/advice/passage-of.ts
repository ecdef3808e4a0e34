import type { ProsePart } from '../plan-doc.ts'
import { passageLimits } from './advice-limits.ts'
import type { Passage } from './advice-place.ts'
import type { Span } from './part-text.ts'

/**
 * The words of a span of a part's text, as they are sent to the server: the quote, what stands around it, and how
 * many equal ones come earlier. Spaces at its ends do not belong to it, and of a longer one the beginning is taken.
 * Null when it holds no letter.
 */
export function passageOf(text: string, part: ProsePart, span: Span): Passage | null {
  const raw = text.slice(span.from, span.to)
  const from = span.from + (raw.length - raw.trimStart().length)
  const quote = cutEnd(raw.trim(), passageLimits.quote).trim()
  if (quote === '') return null
  const to = from + quote.length
  return {
    kind: 'passage',
    part,
    quote,
    prefix: cutStart(text.slice(0, from), passageLimits.context),
    suffix: cutEnd(text.slice(to), passageLimits.context),
    occurrence: countBefore(text, quote, from),
  }
}

/** How many times the quote begins before `end`; overlapping ones count. */
function countBefore(text: string, quote: string, end: number): number {
  let count = 0
  for (let at = text.indexOf(quote); at >= 0 && at < end; at = text.indexOf(quote, at + 1)) {
    count += 1
  }
  return Math.min(count, 9_999)
}

// Never half of a surrogate pair at either cut.
function cutEnd(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
}

function cutStart(text: string, most: number): string {
  return text.slice(Math.max(0, text.length - most)).replace(/^[\uDC00-\uDFFF]/, '')
}
