import { formatDayIn } from '../days.ts'
import type { RecordTaskContent } from '../record/record-content.ts'
import { fillIn } from './fill-in.ts'
import { nothing } from './letterhead.ts'
import type { PaperCell, PaperTable } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import { columnsOf, plainHead, rowOf } from './paper-table.ts'
import form from './plan-1.json' with { type: 'json' }
import { recordNames } from './record-names.ts'

const { tasks: data } = form

/** Who does what, where and until when. */
export function tasksTable({ content }: PaperSource): PaperTable {
  const names = recordNames(content)
  return {
    kind: 'table',
    name: data.title,
    look: 'table',
    columns: columnsOf(data.columns),
    head: plainHead(data.columns),
    rows: content.tasks.map((task, index) =>
      rowOf(
        [
          index + 1,
          titleOf(task, data.carried),
          names.members(task.doers),
          names.members(task.coDoers),
          names.place(task.place, data.whole),
          dueCell(task, content.month),
        ],
        nothing,
      ),
    ),
  }
}

/** With how often it was carried over, where it was. */
export function titleOf({ title, carriedFrom }: RecordTaskContent, carried: string): string {
  return carriedFrom === null ? title : fillIn(carried, { title, times: carriedFrom.times })
}

/** dd/mm, or with its year where that is another than the plan's. */
export function dueCell({ due }: RecordTaskContent, month: string): string | PaperCell {
  return due === null ? '' : { text: formatDayIn(due, month), value: { day: due } }
}
