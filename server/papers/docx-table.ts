import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { PaperCell, PaperLayout, PaperTable } from '#domain/papers/paper.ts'
import { cellLooks, paperLook } from '#domain/papers/paper-look.ts'
import { cellGrid } from './cell-grid.ts'
import { lineSpacing } from './docx-spacing.ts'
import { twipsOf } from './millimetres.ts'
import { rowHeight } from './row-height.ts'

/** Of a page's inner height; what is surely lower stays whole with the head above it. */
const surelyFits = 0.7

/** With its head repeated on every page and its rows whole, but for those that a page may be too low for. */
export function docxTable(table: PaperTable, { size, page, margin }: PaperLayout): Table {
  const widths = table.columns.map(({ width }) => twipsOf(width))
  const points = size[table.look]
  const side = 20 * paperLook.cellSide
  const padding = 20 * cellLooks[table.look].padding
  const highest = (page.height - margin.top - margin.bottom) * surelyFits
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: side, right: side, top: padding, bottom: padding },
    rows: [
      ...rowsOf(table, table.head, { points, highest }, () => true, true),
      ...rowsOf(
        table,
        table.rows.map(({ cells }) => cells),
        { points, highest },
        (row) => table.rows[row]?.isBold ?? false,
        false,
      ),
    ],
  })
}

function rowsOf(
  table: PaperTable,
  rows: readonly PaperCell[][],
  { points, highest }: { points: number; highest: number },
  isBold: (row: number) => boolean,
  isHead: boolean,
): TableRow[] {
  return cellGrid(rows, table.columns.length).map(
    (cells, row) =>
      new TableRow({
        tableHeader: isHead,
        // LibreOffice leaves out what it must not split and cannot fit on a page.
        cantSplit: rowHeight(table, cells, points) <= highest,
        // What a span covers, Word's own cells of it included, the library adds.
        children: cells.flatMap((cell, column) =>
          cell === null ? [] : [drawn(table, cell, column, isBold(row), points)],
        ),
      }),
  )
}

function drawn(
  table: PaperTable,
  cell: PaperCell,
  column: number,
  bold: boolean,
  points: number,
): TableCell {
  const { text, colSpan, rowSpan } = cell
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...(colSpan === undefined ? {} : { columnSpan: colSpan }),
    ...(rowSpan === undefined ? {} : { rowSpan }),
    children: [
      new Paragraph({
        alignment: alignment(table, cell, column),
        spacing: lineSpacing(points * cellLooks[table.look].line),
        children: [new TextRun({ text, bold, size: 2 * points })],
      }),
    ],
  })
}

function alignment(table: PaperTable, cell: PaperCell, column: number) {
  const align = cell.align ?? table.columns[column]?.align
  return align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT
}
