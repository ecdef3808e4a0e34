import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces'
import type { PaperCell, PaperLayout, PaperTable } from '#domain/papers/paper.ts'
import { cellLooks, paperLook } from '#domain/papers/paper-look.ts'
import { cellGrid } from './cell-grid.ts'
import { pointsOf } from './millimetres.ts'
import { pdfLine } from './pdf-line.ts'

const line = 0.75

export function pdfTable(table: PaperTable, { size }: PaperLayout): Content {
  const { columns } = table
  const head = cellGrid(table.head, columns.length)
  const body = cellGrid(
    table.rows.map(({ cells }) => cells),
    columns.length,
  )
  return {
    fontSize: size[table.look],
    lineHeight: pdfLine(cellLooks[table.look].line),
    margin: [0, paperLook.tableAbove, 0, paperLook.tableBelow],
    layout: layoutOf(table),
    table: {
      headerRows: head.length,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => pointsOf(width) - 2 * paperLook.cellSide - line),
      body: [
        ...head.map((cells) => cells.map((cell) => drawn(cell, 'center', true))),
        ...body.map((cells, row) =>
          cells.map((cell, column) =>
            drawn(cell, columns[column]?.align, table.rows[row]?.isBold ?? false),
          ),
        ),
      ],
    },
  }
}

/** One place of the grid; null lies under a span. */
function drawn(cell: PaperCell | null, align: PaperCell['align'], bold: boolean): TableCell {
  if (cell === null) return {}
  const { text, colSpan, rowSpan } = cell
  return {
    text,
    bold,
    alignment: cell.align ?? align ?? 'left',
    verticalAlignment: 'middle',
    ...(colSpan === undefined ? {} : { colSpan }),
    ...(rowSpan === undefined ? {} : { rowSpan }),
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
