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

/** With its head repeated on every page and its rows whole. */
export function docxTable(table: PaperTable, { size }: PaperLayout): Table {
  const widths = table.columns.map(({ width }) => twipsOf(width))
  const points = size[table.look]
  const side = 20 * paperLook.cellSide
  const padding = 20 * cellLooks[table.look].padding
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: side, right: side, top: padding, bottom: padding },
    rows: [
      ...rowsOf(table, table.head, points, () => true, true),
      ...rowsOf(
        table,
        table.rows.map(({ cells }) => cells),
        points,
        (row) => table.rows[row]?.isBold ?? false,
        false,
      ),
    ],
  })
}

function rowsOf(
  table: PaperTable,
  rows: readonly PaperCell[][],
  points: number,
  isBold: (row: number) => boolean,
  isHead: boolean,
): TableRow[] {
  return cellGrid(rows, table.columns.length).map(
    (cells, row) =>
      new TableRow({
        tableHeader: isHead,
        cantSplit: true,
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
