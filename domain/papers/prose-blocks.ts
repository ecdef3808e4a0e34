import type { ProseJson } from '../read-prose.ts'
import type { PaperBlock, PaperParagraph, PaperRun } from './paper.ts'

/** A part of the plan's prose as blocks of a paper; paragraphs without a letter in them are left out. */
export function proseBlocks(prose: ProseJson): PaperBlock[] {
  return (prose.content ?? []).flatMap((node) => blocksOf(node, 0, null))
}

function blocksOf(node: ProseJson, depth: number, marker: string | null): PaperBlock[] {
  if (node.type === 'heading') return headingOf(node)
  if (node.type === 'bulletList' || node.type === 'orderedList') return itemsOf(node, depth + 1)
  return linesOf(node).map((runs, index) => ({
    kind: 'paragraph',
    runs,
    depth,
    marker: index === 0 ? marker : null,
    look: 'body',
  }))
}

function headingOf(node: ProseJson): PaperBlock[] {
  const text = linesOf(node)
    .flat()
    .map((run) => run.text)
    .join('')
    .trim()
  const isLower = node.attrs !== undefined && 'level' in node.attrs && node.attrs.level === 3
  return text === '' ? [] : [{ kind: 'heading', level: isLower ? 3 : 2, text }]
}

function itemsOf(list: ProseJson, depth: number): PaperBlock[] {
  const start = list.attrs !== undefined && 'start' in list.attrs ? list.attrs.start : 1
  return (list.content ?? []).flatMap((item, index) => {
    const marker = list.type === 'bulletList' ? '-' : `${start + index}.`
    return (item.content ?? []).flatMap((block, position) =>
      blocksOf(block, depth, position === 0 ? marker : null),
    )
  })
}

/** The runs of a text block, one list for each line that a hard break ends. */
function linesOf(node: ProseJson): PaperParagraph['runs'][] {
  const lines: PaperRun[][] = [[]]
  for (const child of node.content ?? []) {
    if (child.type === 'hardBreak') lines.push([])
    else if (child.type === 'text') lines.at(-1)?.push(runOf(child))
  }
  return lines.filter((runs) => runs.some(({ text }) => text.trim() !== ''))
}

function runOf(node: ProseJson): PaperRun {
  const marks = new Set(node.marks?.map(({ type }) => type))
  return {
    text: (node.text ?? '').normalize('NFC'),
    ...(marks.has('bold') ? { bold: true } : {}),
    ...(marks.has('italic') ? { italic: true } : {}),
    ...(marks.has('underline') ? { underline: true } : {}),
  }
}
