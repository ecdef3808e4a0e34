import type { CellValue, Worksheet } from 'exceljs'
import type { PaperCell, PaperTable } from '#domain/papers/paper.ts'
import { cellGrid } from './cell-grid.ts'
import { safeText } from './safe-text.ts'
import { xlsxFont } from './xlsx-font.ts'

const thin = { style: 'thin' } as const
const border = { top: thin, left: thin, bottom: thin, right: thin }

/** Millimetres to the width of a digit, in which Excel counts. */
const digitsPerMillimetre = 0.56

/** The table below what is there: its head stays in sight, numbers are numbers and days are days. */
export function xlsxTable(sheet: Worksheet, table: PaperTable): void {
  const above = sheet.rowCount
  for (const [index, { width }] of table.columns.entries()) {
    sheet.getColumn(index + 1).width = Math.max(6, width * digitsPerMillimetre)
  }
  addRows(sheet, table, table.head, () => true)
  const first = sheet.rowCount + 1
  addRows(
    sheet,
    table,
    table.rows.map(({ cells }) => cells),
    (row) => table.rows[row]?.isBold ?? false,
  )
  sheet.pageSetup.printTitlesRow = `${above + 1}:${first - 1}`
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: first - 1 }]
}

function addRows(
  sheet: Worksheet,
  table: PaperTable,
  rows: readonly PaperCell[][],
  isBold: (row: number) => boolean,
): void {
  const top = sheet.rowCount + 1
  for (const [y, cells] of cellGrid(rows, table.columns.length).entries()) {
    const row = sheet.addRow(cells.map((cell) => cell && saidBy(cell)))
    row.eachCell({ includeEmpty: true }, (place, x) => {
      const align = cells[x - 1]?.align ?? table.columns[x - 1]?.align ?? 'left'
      place.font = { ...xlsxFont, bold: isBold(y) }
      place.alignment = { horizontal: align, vertical: 'middle', wrapText: true }
      place.border = border
      if (place.value instanceof Date) place.numFmt = 'dd/mm/yyyy'
    })
  }
  for (const [y, cells] of cellGrid(rows, table.columns.length).entries()) {
    for (const [x, cell] of cells.entries()) merge(sheet, cell, top + y, x + 1)
  }
}

function merge(sheet: Worksheet, cell: PaperCell | null, row: number, column: number): void {
  const { colSpan = 1, rowSpan = 1 } = cell ?? {}
  if (colSpan * rowSpan > 1) {
    sheet.mergeCells(row, column, row + rowSpan - 1, column + colSpan - 1)
  }
}

/** Never a formula: texts are strings, whatever they begin with. */
function saidBy({ text, value }: PaperCell): CellValue {
  if (typeof value === 'number') return value
  return value === undefined ? safeText(text) : new Date(`${value.day}T00:00:00Z`)
}
