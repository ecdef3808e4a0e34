/**
 * How much of `words` is in `text`, 0 to 1: the share of its trigrams, counted with their number, so that letters
 * written in between cost little and two texts of one language that merely sound alike stay far below a half.
 * Trigrams as in pg_trgm (PostgreSQL's documentation, appendix F).
 */
export function shareOf(words: string, text: string): number {
  if (words === '') return 1
  if (text.includes(words)) return 1
  const wanted = trigrams(words)
  const there = new Map<string, number>()
  for (const three of trigrams(text)) there.set(three, (there.get(three) ?? 0) + 1)
  let found = 0
  for (const three of wanted) {
    const left = there.get(three) ?? 0
    if (left === 0) continue
    there.set(three, left - 1)
    found += 1
  }
  return found / wanted.length
}

function trigrams(text: string): string[] {
  const padded = `  ${text} `
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3))
}
