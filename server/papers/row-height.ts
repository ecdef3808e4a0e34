import type { PaperCell, PaperTable } from '#domain/papers/paper.ts'
import { cellLooks, paperLook } from '#domain/papers/paper-look.ts'
import { pointsOf } from './millimetres.ts'

/**
 * About how high a row is in letters of this size (points), in millimetres, and rather too high: for a program that
 * sets the lines itself, by faces that are not at hand here.
 */
export function rowHeight(
  { columns, look }: PaperTable,
  cells: readonly (PaperCell | null)[],
  points: number,
): number {
  const { line, padding } = cellLooks[look]
  const lines = cells.map((cell, column) => {
    if (cell === null) return 0
    const spanned = columns.slice(column, column + (cell.colSpan ?? 1))
    const width = pointsOf(spanned.reduce((sum, each) => sum + each.width, 0))
    return linesOf(cell.text, (width - 2 * paperLook.cellSide) / points)
  })
  return (Math.max(...lines) * points * line + 2 * padding) / pointsOf(1)
}

/** In a column of this width, in sizes of the letters. */
function linesOf(text: string, width: number): number {
  let lines = 0
  for (const line of text.split('\n')) {
    let used = 0
    lines += 1
    for (const word of line.split(' ')) {
      const length = widthOf(word)
      if (used > 0 && used + length > width) {
        lines += 1
        used = 0
      }
      lines += Math.max(0, Math.ceil(length / width) - 1)
      used += Math.min(length, width) + space
    }
  }
  return lines
}

// Of Times: letters are 0.28 to 0.78 of their size wide, capitals 0.33 to 0.94.
const space = 0.25
const letter = 0.5
const capital = 0.75

function widthOf(word: string): number {
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0
  return capitals * capital + (Array.from(word.normalize('NFC')).length - capitals) * letter
}
