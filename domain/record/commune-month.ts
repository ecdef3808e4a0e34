import type { ShareName } from '../coverage.ts'
import { dayAt } from '../days.ts'
import { memberPlaces } from '../identity-line.ts'
import type { PlanStatus } from '../wire.ts'
import type { RecordFigures } from './month-record.ts'

/** Where a branch's month stands, seen from the commune; `reopened` was final and is not at present. */
export type BranchState = PlanStatus | 'notOpened' | 'reopened'

/** One branch in one month, from rows. */
export interface BranchMonth {
  branchId: string
  name: string
  /** False for a school or a health station: it looks after hamlets by field. */
  hasGroups: boolean
  state: BranchState
  /** Of the newest record. */
  version: number | null
  recordId: string | null
  figures: RecordFigures
  /** Threads and proposals that nobody settled. */
  openAdvice: number
  /** Tasks of the month before; null when it was never opened. */
  before: { done: number; all: number } | null
  /** Percent of households looked after, of the six months up to this one, oldest first; null where there was no plan. */
  trend: readonly (number | null)[]
  /** ISO 8601; null when nobody has written yet. */
  lastEditAt: string | null
  /** When the figures were counted, ISO 8601. */
  asOf: string
}

/** Is the day past by which this month should have been final? `now` in milliseconds, the day Vietnam's. */
export function isOverdue(state: BranchState, month: string, dueDay: number, now: number): boolean {
  return state !== 'finalised' && dayAt(now) > `${month}-${String(dueDay).padStart(2, '0')}`
}

/**
 * Branches in the order in which a commune can help (SPEC F87): those that are not final before those that are, first
 * whoever leaves poor households, then households, to nobody; else the commune's order. It says nothing about people.
 */
export function whereHelpIsNeeded(branches: readonly BranchMonth[]): BranchMonth[] {
  const left = ({ figures }: BranchMonth, share: ShareName) =>
    figures[share].all - figures[share].done
  const isFinal = ({ state }: BranchMonth) => (state === 'finalised' ? 1 : 0)
  return [...branches].sort(
    (a, b) =>
      isFinal(a) - isFinal(b) ||
      left(b, 'poor') - left(a, 'poor') ||
      left(b, 'households') - left(a, 'households') ||
      b.figures.members.noReason - a.figures.members.noReason,
  )
}

/** The figures of all of them together: every total is the sum of its column. */
export function sumFigures(all: readonly RecordFigures[]): RecordFigures {
  const sum = (of: (figures: RecordFigures) => number) =>
    all.reduce((total, figures) => total + of(figures), 0)
  const share = (name: ShareName) => ({
    done: sum((figures) => figures[name].done),
    all: sum((figures) => figures[name].all),
  })
  const members = { all: sum((figures) => figures.members.all) } as RecordFigures['members']
  for (const place of memberPlaces) members[place] = sum((figures) => figures.members[place])
  return {
    groups: share('groups'),
    households: share('households'),
    poor: share('poor'),
    nearPoor: share('nearPoor'),
    members,
    tasks: {
      all: sum(({ tasks }) => tasks.all),
      done: sum(({ tasks }) => tasks.done),
      notDone: sum(({ tasks }) => tasks.notDone),
      carried: sum(({ tasks }) => tasks.carried),
    },
  }
}
