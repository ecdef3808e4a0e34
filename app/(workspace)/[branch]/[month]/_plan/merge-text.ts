interface Splice {
  at: number
  removed: number
  inserted: string
}

/**
 * What a field should hold when its writer and others changed it from the same `base`:
 * the writer's one change, moved to where it now belongs in what the others made of the text.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (base === theirs) return mine
  if (base === mine) return theirs
  const own = spliceOf(base, mine)
  const other = spliceOf(base, theirs)
  const start = moved(own.at, other)
  const end = Math.max(start, moved(own.at + own.removed, other))
  return theirs.slice(0, start) + own.inserted + theirs.slice(end)
}

/** Where a caret stands after the text around it changed from `before` to `after`. */
export function movedCaret(before: string, after: string, caret: number): number {
  return before === after ? caret : moved(caret, spliceOf(before, after))
}

function spliceOf(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return {
    at: head,
    removed: before.length - head - tail,
    inserted: after.slice(head, after.length - tail),
  }
}

function moved(position: number, splice: Splice): number {
  if (position <= splice.at) return position
  if (position >= splice.at + splice.removed) {
    return position + splice.inserted.length - splice.removed
  }
  return splice.at + splice.inserted.length
}
