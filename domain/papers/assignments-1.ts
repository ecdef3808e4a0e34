import type { RecordContent, RecordGroup, RecordMember } from '../record/record-content.ts'
import form from './assignments-1.json' with { type: 'json' }
import { fillIn } from './fill-in.ts'
import { fieldWord, letterhead, needWord, nothing, officeWord } from './letterhead.ts'
import type { Paper, PaperRow } from './paper.ts'
import { paperDate } from './paper-date.ts'
import type { PaperSource, RecordProof } from './paper-source.ts'
import { columnsOf, headWithin, rowOf } from './paper-table.ts'
import { type RecordNames, recordNames } from './record-names.ts'

/** Biểu 1, the list of assignments: one line for each member of the branch, whether or not they have a group. */
export function assignments1(source: PaperSource, proof: RecordProof | null): Paper {
  const { content } = source
  const { remark, ...around } = letterhead(source, proof, form.mark)
  const names = recordNames(content)
  const inTitle = paperDate(`${content.month}-01`)
  return {
    form: 'assignments-1',
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
        head: headWithin(form.columns, form.ofWhom, 6, 2),
        rows: [
          ...content.members.map((member, index) => memberRow(content, names, member, index + 1)),
          sumRow(source),
        ],
      },
    ],
  }
}

function memberRow(
  content: RecordContent,
  names: RecordNames,
  member: RecordMember,
  number: number,
): PaperRow {
  const targets = content.assignments
    .filter(({ memberId }) => memberId === member.id)
    .map(({ target }) => target)
  const held = content.groups.filter(({ id }) => targets.some((target) => target.id === id))
  const fields = targets.filter((target) => target.kind === 'hamlet')
  const hamlets = [...held.map(({ hamletId }) => hamletId), ...fields.map(({ id }) => id)]
  const places = [names.groups(held.map(({ id }) => id)), ...fields.map((f) => fieldWord[f.field])]
  return rowOf(
    [
      number,
      member.name,
      officeWord(member.office),
      said([...new Set(places)]),
      said([...new Set(hamlets)].map((id) => names.hamlet(id))),
      sum(held, ({ households }) => households),
      sum(held, ({ poor }) => poor),
      sum(held, ({ nearPoor }) => nearPoor),
      [...new Set(held.flatMap(({ needs }) => needs.map(({ need }) => needWord[need])))].join('; '),
      noteOf(member, targets.length === 0),
    ],
    nothing,
  )
}

/** Standing and, of somebody without a place, the class of reason: never more. */
function noteOf({ standing, reason }: RecordMember, isFree: boolean): string {
  return said([
    standing === 'probationary' ? form.probationary : '',
    isFree && reason ? form.reason[reason.kind] : '',
  ])
}

function said(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

/** Each group once, also where two members share one. */
function sumRow({ content, figures }: PaperSource): PaperRow {
  const { done, all } = figures.groups
  return rowOf(
    [
      { text: form.sum, colSpan: 3, align: 'center' },
      { text: fillIn(form.covered, { done, all }), colSpan: 2, align: 'left' },
      sum(content.groups, ({ households }) => households),
      sum(content.groups, ({ poor }) => poor),
      sum(content.groups, ({ nearPoor }) => nearPoor),
      { text: '', colSpan: 2 },
    ],
    nothing,
    true,
  )
}

function sum(groups: readonly RecordGroup[], count: (group: RecordGroup) => number): number {
  return groups.reduce((total, group) => total + count(group), 0)
}
