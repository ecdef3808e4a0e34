import type { RecordContent, RecordGroup } from '../record/record-content.ts'
import { fillIn } from './fill-in.ts'
import { needWord, nothing } from './letterhead.ts'
import type { PaperRow, PaperTable } from './paper.ts'
import type { PaperSource } from './paper-source.ts'
import { columnsOf, headWithin, rowOf } from './paper-table.ts'
import form from './plan-1.json' with { type: 'json' }
import { recordNames } from './record-names.ts'

const { assignments: data } = form

/** Who looks after which group: its sums, never a household. With several hamlets, each has its title between the rows. */
export function groupsTable(source: PaperSource): PaperTable {
  const { content } = source
  return {
    kind: 'table',
    name: data.name,
    look: 'smallTable',
    columns: columnsOf(data.columns),
    head: headWithin(data.columns, data.ofWhom, 4, 2),
    rows: [...groupRows(content), sumRow(source)],
  }
}

function groupRows(content: RecordContent): PaperRow[] {
  const names = recordNames(content)
  const isSplit = new Set(content.groups.map(({ hamletId }) => hamletId)).size > 1
  return content.groups.flatMap((group, index) => {
    const isFirst = group.hamletId !== content.groups[index - 1]?.hamletId
    const row = rowOf(
      [
        index + 1,
        group.name.replace(/^Nhóm (?=\S)/u, ''),
        group.households,
        group.people,
        group.poor,
        group.nearPoor,
        names.members(inChargeOf(content, group)),
        group.needs.map(({ need }) => needWord[need]).join('; '),
      ],
      nothing,
    )
    return isSplit && isFirst ? [hamletRow(names.hamlet(group.hamletId)), row] : [row]
  })
}

function hamletRow(hamlet: string): PaperRow {
  return { cells: [{ text: hamlet, colSpan: data.columns.length, align: 'left' }], isBold: true }
}

function inChargeOf({ assignments }: RecordContent, group: RecordGroup): string[] {
  return assignments
    .filter(({ target }) => target.kind === 'group' && target.id === group.id)
    .map(({ memberId }) => memberId)
}

function sumRow({ content, figures }: PaperSource): PaperRow {
  const sum = (count: (group: RecordGroup) => number) =>
    content.groups.reduce((total, group) => total + count(group), 0)
  const { done, all } = figures.groups
  const members = figures.members.inCharge
  const words =
    done === all
      ? fillIn(data.inCharge, { members, groups: all })
      : fillIn(data.inChargeOfSome, { members, groups: done, all })
  return rowOf(
    [
      { text: data.sum, colSpan: 2, align: 'center' },
      sum(({ households }) => households),
      sum(({ people }) => people),
      sum(({ poor }) => poor),
      sum(({ nearPoor }) => nearPoor),
      { text: words, colSpan: 2, align: 'left' },
    ],
    nothing,
    true,
  )
}
