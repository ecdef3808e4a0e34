import { dayAt, timeAt } from '../days.ts'
import { type BranchMonth, sumFigures } from '../record/commune-month.ts'
import type { RecordFigures } from '../record/month-record.ts'
import form from './commune-1.json' with { type: 'json' }
import { fillIn } from './fill-in.ts'
import letter from './letterhead-1.json' with { type: 'json' }
import type { Paper, PaperRow } from './paper.ts'
import { paperDate } from './paper-date.ts'
import { columnsOf, plainHead, rowOf } from './paper-table.ts'
import { communeNames, inCapitals } from './unit-names.ts'

/** What the sums of a commune are printed from: its branches in their order, at an instant in milliseconds. */
export interface CommuneSource {
  commune: { name: string }
  month: string
  branches: readonly BranchMonth[]
  now: number
}

/** The sums of a commune's branches in a month: numbers only, of what stands at this moment. It is no record. */
export function commune1({ commune, month, branches, now }: CommuneSource): Paper {
  const { unit, place } = communeNames(commune.name)
  const day = paperDate(dayAt(now))
  const columns = form.columns
  return {
    form: 'commune-1',
    name: form.name,
    layout: form.layout,
    head: {
      above: '',
      issuer: fillIn(form.above, { commune: inCapitals(unit) }),
      number: '',
      party: letter.party,
      date: fillIn(letter.date, { place, ...day }),
      mark: null,
    },
    title: {
      kind: form.kind,
      about: form.about.map((line) => fillIn(line, paperDate(`${month}-01`))),
      remark: fillIn(form.asOf, { time: timeAt(now), ...day }),
    },
    blocks: [
      {
        kind: 'table',
        name: form.name,
        look: 'smallTable',
        columns: columnsOf(columns),
        head: plainHead(columns),
        rows: [...branches.map(branchRow), sumRow(branches)],
      },
    ],
    signature: { recipientsHead: '', recipients: [], onBehalf: '', office: '', name: '' },
    foot: '',
    pageWords: letter.pages,
    proof: null,
    at: new Date(now).toISOString(),
  }
}

function branchRow(branch: BranchMonth, index: number): PaperRow {
  const { figures, before, openAdvice, state } = branch
  return rowOf(
    [
      index + 1,
      branch.name,
      form.state[state],
      ...figuresOf(figures),
      before?.done ?? '',
      before?.all ?? '',
      openAdvice,
    ],
    form.none,
  )
}

function sumRow(branches: readonly BranchMonth[]): PaperRow {
  const sum = (count: (branch: BranchMonth) => number) =>
    branches.reduce((total, branch) => total + count(branch), 0)
  return rowOf(
    [
      { text: form.sum, colSpan: 3, align: 'center' },
      ...figuresOf(sumFigures(branches.map(({ figures }) => figures))),
      sum(({ before }) => before?.done ?? 0),
      sum(({ before }) => before?.all ?? 0),
      sum(({ openAdvice }) => openAdvice),
    ],
    form.none,
    true,
  )
}

function figuresOf({ groups, households, poor, nearPoor, members }: RecordFigures): number[] {
  const shares = [groups, households, poor, nearPoor].flatMap(({ done, all }) => [done, all])
  const { all, inCharge, byField, exempt, away, newlyAdmitted, noReason } = members
  return [...shares, all, inCharge, byField, exempt, away, newlyAdmitted, noReason]
}
