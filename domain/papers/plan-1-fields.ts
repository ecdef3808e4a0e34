import { fieldWord, nothing } from './letterhead.ts'
import type { PaperBlock } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import { columnsOf, plainHead, rowOf } from './paper-table.ts'
import form from './plan-1.json' with { type: 'json' }
import { recordNames } from './record-names.ts'

const { byField: data } = form

/** Members who look after a hamlet by field of work: teachers, health staff, the commune's military. Often none. */
export function fieldsTable({ content }: PaperSource): PaperBlock[] {
  const names = recordNames(content)
  const rows = content.assignments.flatMap(({ memberId, target }) =>
    target.kind === 'hamlet'
      ? [[names.member(memberId), fieldWord[target.field], names.hamlet(target.id)]]
      : [],
  )
  if (rows.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: data.title },
    {
      kind: 'table',
      name: data.name,
      look: 'smallTable',
      columns: columnsOf(data.columns),
      head: plainHead(data.columns),
      rows: rows.map((row, index) => rowOf([index + 1, ...row], nothing)),
    },
  ]
}
