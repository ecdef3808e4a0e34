import type { ProseJson } from '../read-prose.ts'
import { canonicalJson } from './canonical-json.ts'

/** A paragraph or heading as it was and as it is; an empty text where there is none. */
export interface ChangedBlock {
  from: string
  to: string
}

interface Block {
  text: string
  /** With everything that can be seen of it besides its letters; the same whatever order its keys are read in. */
  look: string
}

/** Above so many pairs of blocks, a part is told as rewritten from its first difference to its last. */
const mostPairs = 1_000_000

/** Which paragraphs of a prose part are others now, in the order of the text. Empty ones are not told. */
export function changedBlocks(before: ProseJson, after: ProseJson): ChangedBlock[] {
  const was = blocksOf(before)
  const is = blocksOf(after)
  const isSame = (a: Block | undefined, b: Block | undefined) => a?.look === b?.look
  let start = 0
  while (start < was.length && start < is.length && isSame(was[start], is[start])) start += 1
  let end = 0
  const rest = Math.min(was.length, is.length) - start
  while (end < rest && isSame(was.at(-1 - end), is.at(-1 - end))) end += 1
  return pairUp(was.slice(start, was.length - end), is.slice(start, is.length - end))
}

function pairUp(was: readonly Block[], is: readonly Block[]): ChangedBlock[] {
  const changed: ChangedBlock[] = []
  let [from, to] = [0, 0]
  for (const [left, right] of [...commonBlocks(was, is), [was.length, is.length] as const]) {
    const count = Math.max(left - from, right - to)
    for (let at = 0; at < count; at += 1) {
      const gone = from + at < left ? was[from + at] : undefined
      const come = to + at < right ? is[to + at] : undefined
      const change = { from: gone?.text ?? '', to: come?.text ?? '' }
      if (change.from + change.to !== '') changed.push(change)
    }
    from = left + 1
    to = right + 1
  }
  return changed
}

/** The longest common run of blocks, as pairs of places. */
function commonBlocks(was: readonly Block[], is: readonly Block[]): (readonly [number, number])[] {
  if (was.length * is.length > mostPairs) return []
  const width = is.length + 1
  const table = new Uint32Array((was.length + 1) * width)
  const at = (left: number, right: number) => table[left * width + right] ?? 0
  for (let left = was.length - 1; left >= 0; left -= 1) {
    for (let right = is.length - 1; right >= 0; right -= 1) {
      table[left * width + right] =
        was[left]?.look === is[right]?.look
          ? at(left + 1, right + 1) + 1
          : Math.max(at(left + 1, right), at(left, right + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let [left, right] = [0, 0]; left < was.length && right < is.length; ) {
    if (was[left]?.look === is[right]?.look) {
      pairs.push([left, right])
      left += 1
      right += 1
    } else if (at(left + 1, right) >= at(left, right + 1)) left += 1
    else right += 1
  }
  return pairs
}

function blocksOf(node: ProseJson, holders = ''): Block[] {
  const { type, attrs, content = [] } = node
  const path = `${holders}/${type}${attrs ? canonicalJson(attrs) : ''}`
  if (type !== 'paragraph' && type !== 'heading') {
    return content.flatMap((child) => blocksOf(child, path))
  }
  const text = content.map((run) => run.text ?? '\n').join('')
  return [{ text, look: `${path}${canonicalJson(content)}` }]
}
