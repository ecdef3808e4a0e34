import { formatDay } from '../days.ts'
import type { RecordTaskContent } from '../record/record-content.ts'
import { fillIn } from './fill-in.ts'
import { letterhead, nothing } from './letterhead.ts'
import type { Paper } from './paper.ts'
import { paperDate } from './paper-date.ts'
import type { PaperSource, RecordProof } from './paper-source.ts'
import { columnsOf, plainHead, rowOf } from './paper-table.ts'
import { titleOf } from './plan-1-tasks.ts'
import { recordNames } from './record-names.ts'
import form from './tasks-1.json' with { type: 'json' }

/** Biểu 3, the tasks of the month with what became of them. */
export function tasks1(source: PaperSource, proof: RecordProof | null): Paper {
  const { content, figures } = source
  const { remark, ...around } = letterhead(source, proof, form.mark)
  const names = recordNames(content)
  const inTitle = paperDate(`${content.month}-01`)
  const { all, done, notDone, carried } = figures.tasks
  const counts = { month: Number(content.month.slice(5)), all, done, notDone, carried }
  return {
    form: 'tasks-1',
    name: form.name,
    layout: form.layout,
    ...around,
    title: { kind: form.kind, about: form.about.map((line) => fillIn(line, inTitle)), remark },
    blocks: [
      {
        kind: 'table',
        name: form.name,
        look: 'table',
        columns: columnsOf(form.columns),
        head: plainHead(form.columns),
        rows: content.tasks.map((task, index) =>
          rowOf(
            [
              index + 1,
              titleOf(task, form.carried),
              names.members(task.doers),
              names.members(task.coDoers),
              names.place(task.place, form.whole),
              task.due === null ? '' : { text: formatDay(task.due), value: { day: task.due } },
              resultOf(task),
            ],
            nothing,
          ),
        ),
      },
      {
        kind: 'paragraph',
        runs: [{ text: fillIn(form.summary, counts) }],
        depth: 0,
        marker: null,
        look: 'remark',
      },
    ],
  }
}

function resultOf({ status, result }: RecordTaskContent): string {
  const word = form.status[status]
  if (result === '') return word
  return word === '' ? result : fillIn(form.result, { status: word, result })
}
