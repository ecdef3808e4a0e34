import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces'
import type { PaperCell, PaperLayout, PaperRow, PaperTable } from '#domain/papers/paper.ts'
import { cellLooks, paperLook } from '#domain/papers/paper-look.ts'
import { cellGrid } from './cell-grid.ts'
import { pointsOf } from './millimetres.ts'
import { pdfLine } from './pdf-line.ts'
import type { Unparted } from './pdf-pieces.ts'

const line = 0.75

/**
 * With its head repeated on every page and its rows whole. A row of `parted` is higher than a page and has pages of its
 * own, where it goes on from one to the next.
 */
export function pdfTable(
  table: PaperTable,
  { size }: PaperLayout,
  parted: ReadonlySet<Unparted>,
): Content[] {
  const { columns } = table
  const body = cellGrid(
    table.rows.map(({ cells }) => cells),
    columns.length,
  )
  return stretchesOf(table.rows, parted).map(({ from, to, isParted }) => {
    // Cells of its own for each, for drawing changes them.
    const head = cellGrid(table.head, columns.length)
    return {
      fontSize: size[table.look],
      lineHeight: pdfLine(cellLooks[table.look].line),
      margin: [0, paperLook.tableAbove, 0, paperLook.tableBelow],
      layout: layoutOf(table),
      ...(from > 0 ? { pageBreak: 'before' as const } : {}),
      table: {
        headerRows: head.length,
        ...(isParted ? {} : { keepWithHeaderRows: 1, dontBreakRows: true }),
        widths: columns.map(({ width }) => pointsOf(width) - 2 * paperLook.cellSide - line),
        body: [
          ...head.map((cells) =>
            cells.map((cell) => drawn(cell, { align: 'center', bold: true, ...whole })),
          ),
          ...body.slice(from, to).map((cells, index) => {
            const row = table.rows[from + index]
            const bold = row?.isBold ?? false
            return cells.map((cell, column) =>
              drawn(cell, { align: columns[column]?.align, bold, isParted, unparted: row }),
            )
          }),
        ],
      },
    }
  })
}

interface Stretch {
  from: number
  to: number
  isParted: boolean
}

/** The rows of a table, those that are parted each by itself. */
function stretchesOf(rows: readonly PaperRow[], parted: ReadonlySet<Unparted>): Stretch[] {
  const stretches: Stretch[] = rows.length > 0 ? [] : [{ from: 0, to: 0, isParted: false }]
  for (const [index, row] of rows.entries()) {
    const last = stretches.at(-1)
    const isParted = parted.has(row)
    if (last === undefined || isParted || last.isParted) {
      stretches.push({ from: index, to: index + 1, isParted })
    } else last.to = index + 1
  }
  return stretches
}

interface CellLook {
  align: PaperCell['align']
  bold: boolean
  isParted: boolean
  unparted: Unparted | undefined
}

const whole = { isParted: false, unparted: undefined }

/** One place of the grid; null lies under a span. */
function drawn(cell: PaperCell | null, { align, bold, isParted, unparted }: CellLook): TableCell {
  if (cell === null) return {}
  const { text, colSpan, rowSpan } = cell
  return {
    text,
    bold,
    alignment: cell.align ?? align ?? 'left',
    // What goes over pages has no middle: pdfmake would open it on one page and close it on another.
    ...(isParted ? {} : { verticalAlignment: 'middle' as const }),
    ...(colSpan === undefined ? {} : { colSpan }),
    ...(rowSpan === undefined ? {} : { rowSpan }),
    ...(unparted === undefined ? {} : { unparted }),
  }
}

function layoutOf({ look }: PaperTable): CustomTableLayout {
  const { padding } = cellLooks[look]
  return {
    hLineWidth: () => line,
    vLineWidth: () => line,
    paddingLeft: () => paperLook.cellSide,
    paddingRight: () => paperLook.cellSide,
    paddingTop: () => padding,
    paddingBottom: () => padding,
  }
}
