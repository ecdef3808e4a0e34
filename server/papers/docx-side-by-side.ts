import {
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { PaperLayout } from '#domain/papers/paper.ts'
import { twipsOf } from './millimetres.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** Two columns without lines, the first of this share (per cent) of the text's width. */
export function sideBySide(
  { page, margin }: PaperLayout,
  share: number,
  [left, right]: readonly [Paragraph[], Paragraph[]],
): Table {
  const whole = twipsOf(page.width - margin.left - margin.right)
  const first = Math.round((whole * share) / 100)
  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({ children, width: { size: width, type: WidthType.DXA } })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: whole, type: WidthType.DXA },
    columnWidths: [first, whole - first],
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [cell(first, left), cell(whole - first, right)],
      }),
    ],
  })
}
