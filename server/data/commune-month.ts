import 'server-only'
import { dayAt } from '#domain/days.ts'
import { parseMonth, shiftMonth } from '#domain/months.ts'
import type { BranchMonth, BranchState } from '#domain/record/commune-month.ts'
import { type CommuneRules, readRules } from '#domain/record/commune-rules.ts'
import type { RecordFigures } from '#domain/record/month-record.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { emptyFigures } from '../records/empty-figures.ts'
import { type KeptFigures, readKeptFigures } from '../records/kept-figures.ts'
import { requireActor } from './current-actor.ts'
import type { Asker } from './seen-branch.ts'
import { branchesOf } from './seen-branches.ts'
import { seenCommune } from './seen-commune.ts'

/** A commune's month: every branch in the order of its list. */
export interface CommuneMonth {
  commune: { id: string; name: string }
  month: string
  rules: CommuneRules
  branches: BranchMonth[]
}

const monthsOfTrend = 6

/**
 * A month of a whole commune, for its office. Throws `badMonth`, `unknownUnit` and `noRight`; leads to the sign-in when
 * nobody is signed in.
 */
export async function readCommuneMonth(communeId: string, month: string): Promise<CommuneMonth> {
  return communeMonthFor(currentDatabase(), await requireActor(), communeId, month, Date.now())
}

/** The same for somebody known, at an instant in milliseconds. */
export async function communeMonthFor(
  database: Database,
  asker: Asker,
  communeId: string,
  month: string,
  now: number,
): Promise<CommuneMonth> {
  parseMonth(month)
  const commune = await seenCommune(database, asker, communeId)
  const seen = await branchesOf(database, communeId)
  const ids = seen.map(({ id }) => id)
  const [plans, empty, rules] = await Promise.all([
    readKeptFigures(database.pool, ids, shiftMonth(month, 1 - monthsOfTrend), month),
    emptyFigures(database, ids, dayAt(now)),
    database.prisma.communeRules.findUnique({ where: { communeId } }),
  ])
  const branches = seen.map(({ id, name }) => {
    const own = plans.filter(({ branchId }) => branchId === id)
    return branchMonth({ id, name }, month, own, figuresOf(empty, id), now)
  })
  return { commune, month, rules: readRules(rules), branches }
}

function figuresOf(all: ReadonlyMap<string, RecordFigures>, branchId: string): RecordFigures {
  const figures = all.get(branchId)
  if (!figures) throw new Error(`records: nothing was counted of ${branchId}`)
  return figures
}

function branchMonth(
  branch: { id: string; name: string },
  month: string,
  plans: readonly KeptFigures[],
  empty: RecordFigures,
  now: number,
): BranchMonth {
  const planOf = (of: string) => plans.find((plan) => plan.month === of)
  const plan = planOf(month)
  const before = planOf(shiftMonth(month, -1))?.figures?.tasks
  return {
    branchId: branch.id,
    name: branch.name,
    hasGroups: empty.groups.all > 0,
    state: stateOf(plan),
    version: plan?.version ?? null,
    recordId: plan?.recordId ?? null,
    figures: plan?.figures ?? empty,
    openAdvice: plan?.openAdvice ?? 0,
    before: before ? { done: before.done, all: before.all } : null,
    trend: Array.from({ length: monthsOfTrend }, (_, at) =>
      percent(planOf(shiftMonth(month, at + 1 - monthsOfTrend))),
    ),
    lastEditAt: plan?.lastEditAt?.toISOString() ?? null,
    asOf: (plan?.asOf ?? new Date(now)).toISOString(),
  }
}

function stateOf(plan: KeptFigures | undefined): BranchState {
  if (!plan) return 'notOpened'
  return plan.status !== 'finalised' && plan.version !== null ? 'reopened' : plan.status
}

function percent(plan: KeptFigures | undefined): number | null {
  const share = plan?.figures?.households
  return share && share.all > 0 ? Math.round((100 * share.done) / share.all) : null
}
