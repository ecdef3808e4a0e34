import type { PaperCell, PaperColumn, PaperRow, PaperTable } from './paper.ts'

/** A column of a table as the data of a form describes it. */
interface ColumnData {
  head: string
  width: number
  align: string
}

export function columnsOf(columns: readonly ColumnData[]): PaperColumn[] {
  return columns.map(({ width, align }) => ({
    width,
    align: align === 'center' ? 'center' : 'left',
  }))
}

/** One row of heads. */
export function plainHead(columns: readonly ColumnData[]): PaperTable['head'] {
  return [columns.map(({ head }) => ({ text: head, align: 'center' }))]
}

/** Two rows of heads: the columns from `from` on, `count` of them, stand together below `title`. */
export function headWithin(
  columns: readonly ColumnData[],
  title: string,
  from: number,
  count: number,
): PaperTable['head'] {
  const isWithin = (index: number) => index >= from && index < from + count
  const upper = columns.flatMap(({ head }, index): PaperCell[] => {
    if (index === from) return [{ text: title, align: 'center', colSpan: count }]
    return isWithin(index) ? [] : [{ text: head, align: 'center', rowSpan: 2 }]
  })
  const lower = columns
    .filter((_, index) => isWithin(index))
    .map(({ head }): PaperCell => ({ text: head, align: 'center' }))
  return [upper, lower]
}

/** A row of texts and numbers; what is empty says `nothing`. */
export function rowOf(
  values: readonly (string | number | PaperCell)[],
  nothing: string,
  isBold = false,
): PaperRow {
  return { cells: values.map((value) => cellOf(value, nothing)), isBold }
}

function cellOf(value: string | number | PaperCell, nothing: string): PaperCell {
  if (typeof value === 'number') {
    return value === 0 ? { text: nothing, value: 0 } : { text: String(value), value }
  }
  if (typeof value !== 'string') return value
  return { text: value === '' ? nothing : value.normalize('NFC') }
}
