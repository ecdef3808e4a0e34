import type { PaperCell, PaperTable } from '#domain/papers/paper.ts'
import { inOrder } from './in-order.ts'

export interface PaperRowsProps {
  table: PaperTable
  /** The rows of this piece of it, on whose top the head stands again. */
  from: number
  to: number
}

export function PaperRows({ table, from, to }: PaperRowsProps) {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0)
  return (
    <table className="paper-table" data-look={table.look}>
      <colgroup>
        {inOrder(table.columns, ({ width }) => (
          <col style={{ width: `${(width / whole) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        {inOrder(table.head, (cells) => (
          <tr>{inOrder(cells, headCell)}</tr>
        ))}
      </thead>
      <tbody>
        {inOrder(table.rows.slice(from, to), (row) => (
          <tr data-bold={row.isBold || undefined}>
            {inOrder(cellsOf(table, row.cells), ({ cell, align }) => (
              <td colSpan={cell.colSpan} style={{ textAlign: align }}>
                {cell.text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function headCell({ text, colSpan, rowSpan }: PaperCell) {
  return (
    <th colSpan={colSpan} rowSpan={rowSpan} scope={colSpan === undefined ? 'col' : 'colgroup'}>
      {text}
    </th>
  )
}

/** Each cell with how it is set: as its column, unless it says otherwise. */
function cellsOf(table: PaperTable, cells: readonly PaperCell[]) {
  let column = 0
  return cells.map((cell) => {
    const align = cell.align ?? table.columns[column]?.align
    column += cell.colSpan ?? 1
    return { cell, align }
  })
}
