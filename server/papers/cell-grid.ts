import type { PaperCell } from '#domain/papers/paper.ts'

/**
 * Rows of cells with every place of the grid filled: where a span of another cell lies, null. The first cell that is
 * given stands in the first place that is free, as in HTML.
 */
export function cellGrid(
  rows: readonly (readonly PaperCell[])[],
  columns: number,
): (PaperCell | null)[][] {
  const taken = rows.map(() => new Array<boolean>(columns).fill(false))
  return rows.map((cells, y) => {
    const line = new Array<PaperCell | null>(columns).fill(null)
    let x = 0
    for (const cell of cells) {
      while (taken[y]?.[x]) x += 1
      line[x] = cell
      for (let down = 0; down < (cell.rowSpan ?? 1); down += 1) {
        taken[y + down]?.fill(true, x, x + (cell.colSpan ?? 1))
      }
    }
    return line
  })
}
