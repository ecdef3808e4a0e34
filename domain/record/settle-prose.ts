import type { ProseJson } from '../read-prose.ts'

/**
 * The same prose in the one form that equal prose has: a document keeps marks that were put on nothing and begins a run
 * of letters anew after each of them, and empty paragraphs at its end, which nobody sees.
 */
export function settleProse(node: ProseJson): ProseJson {
  const { content, ...rest } = node
  if (content === undefined) return settleMarks(rest)
  const settled: ProseJson[] = []
  for (const child of content.map(settleProse)) {
    const last = settled.at(-1)
    if (last !== undefined && isSameRun(last, child)) {
      settled[settled.length - 1] = { ...last, text: `${last.text ?? ''}${child.text ?? ''}` }
    } else settled.push(child)
  }
  if (node.type === 'doc') dropEmptyEnd(settled)
  return { ...rest, content: settled }
}

/** An editor leaves an empty paragraph behind wherever somebody clicked below the text. */
function dropEmptyEnd(blocks: ProseJson[]): void {
  while (blocks.length > 1) {
    const last = blocks.at(-1)
    if (last?.type !== 'paragraph' || (last.content?.length ?? 0) > 0) return
    blocks.pop()
  }
}

function settleMarks(node: ProseJson): ProseJson {
  const { marks, ...rest } = node
  if (marks === undefined || marks.length === 0) return rest
  return { ...rest, marks: [...marks].sort((a, b) => (a.type < b.type ? -1 : 1)) }
}

function isSameRun(one: ProseJson, other: ProseJson): boolean {
  if (one.type !== 'text' || other.type !== 'text') return false
  const [marks, others] = [one.marks ?? [], other.marks ?? []]
  return marks.length === others.length && marks.every(({ type }, at) => type === others[at]?.type)
}
