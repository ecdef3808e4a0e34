import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces'
import type { PaperCell, PaperLayout, PaperTable } from '#domain/papers/paper.ts'
import { cellGrid } from './cell-grid.ts'
import { pointsOf } from './millimetres.ts'

const line = 0.75
const side = 3.5

export function pdfTable(table: PaperTable, { size }: PaperLayout): Content {
  const { columns } = table
  const head = cellGrid(table.head, columns.length)
  const body = cellGrid(
    table.rows.map(({ cells }) => cells),
    columns.length,
  )
  return {
    fontSize: size[table.look],
    lineHeight: 1.06,
    margin: [0, 3, 0, 4],
    layout: layoutOf(table),
    table: {
      headerRows: head.length,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => pointsOf(width) - 2 * side - line),
      body: [
        ...head.map((cells) => cells.map((cell) => drawn(table, cell, 'center', true))),
        ...body.map((cells, row) =>
          cells.map((cell, column) =>
            drawn(table, cell, columns[column]?.align, table.rows[row]?.isBold ?? false),
          ),
        ),
      ],
    },
  }
}

/** One place of the grid; null lies under a span. */
function drawn(
  table: PaperTable,
  cell: PaperCell | null,
  align: PaperCell['align'],
  bold: boolean,
): TableCell {
  if (cell === null) return {}
  const { text, colSpan, rowSpan } = cell
  return {
    text,
    bold,
    alignment: cell.align ?? align ?? 'left',
    verticalAlignment: 'middle',
    ...(colSpan === undefined ? {} : { colSpan }),
    ...(rowSpan === undefined ? {} : { rowSpan }),
    ...(table.look === 'smallTable' ? { lineHeight: 1.03 } : {}),
  }
}

function layoutOf({ look }: PaperTable): CustomTableLayout {
  const above = look === 'smallTable' ? 1.3 : 2.2
  return {
    hLineWidth: () => line,
    vLineWidth: () => line,
    paddingLeft: () => side,
    paddingRight: () => side,
    paddingTop: () => above,
    paddingBottom: () => above,
  }
}
