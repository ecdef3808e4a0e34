import 'server-only'
import { DomainError } from '#domain/errors.ts'
import { monthAt, parseMonth, shiftMonth } from '#domain/months.ts'
import { planRight } from '#domain/rights.ts'
import { formatRoom } from '#domain/rooms.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { PlanRight, PlanStatus } from '#domain/wire.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { readBranch } from '../roster/roster-view.ts'
import { requireActor } from './current-actor.ts'
import { type Asker, seenBranch } from './seen-branch.ts'
import { seenBranches } from './seen-branches.ts'

/** One line of GET /api/plans. */
export interface ListedPlan {
  /** What the socket is called now; after a finalising the epoch in it is another. */
  room: string
  branch: string
  branchName: string
  month: string
  status: PlanStatus | 'notOpened'
  right: PlanRight
}

/** What a page knows of a plan before it opens it. */
export interface PlanHead {
  room: string
  month: string
  status: PlanStatus | 'notOpened'
  right: PlanRight
  branch: RosterView['branch']
}

/** This and next month, as Vietnam counts, of each branch that this person may look at. Changes nothing. */
export async function listPlans(asker: Asker): Promise<ListedPlan[]> {
  return plansFor(currentDatabase(), asker, Date.now())
}

/** The same at an instant, in milliseconds. */
export async function plansFor(
  database: Database,
  asker: Asker,
  now: number,
): Promise<ListedPlan[]> {
  const months = [monthAt(now), shiftMonth(monthAt(now), 1)]
  const branches = await seenBranches(database, asker)
  const plans = await database.prisma.plan.findMany({
    where: { branchId: { in: branches.map(({ id }) => id) }, month: { in: months } },
    select: { branchId: true, month: true, epoch: true, status: true },
  })
  return branches.flatMap(({ id, name, place }) => {
    const right = planRight(asker.grants, place)
    if (right === null) return []
    return months.map((month) => {
      const plan = plans.find((row) => row.branchId === id && row.month === month)
      return { ...stateOf(id, month, plan), branch: id, branchName: name, month, right }
    })
  })
}

/** Where a plan stands, for a page. Throws `badMonth`, `unknownUnit` and `noRight`; changes nothing. */
export async function readPlanHead(branchId: string, month: string): Promise<PlanHead> {
  return planHeadFor(currentDatabase(), await requireActor(), branchId, month)
}

/** The same for somebody known. */
export async function planHeadFor(
  database: Database,
  asker: Asker,
  branchId: string,
  month: string,
): Promise<PlanHead> {
  parseMonth(month)
  const place = await seenBranch(database, asker, branchId, 'plan.view')
  const right = planRight(asker.grants, place)
  if (right === null) throw new DomainError('noRight')
  const [branch, plan] = await Promise.all([
    readBranch(database, place),
    database.prisma.plan.findUnique({
      where: { branchId_month: { branchId, month } },
      select: { epoch: true, status: true },
    }),
  ])
  return { ...stateOf(branchId, month, plan ?? undefined), month, right, branch }
}

function stateOf(
  branchId: string,
  month: string,
  plan: { epoch: number; status: PlanStatus } | undefined,
): Pick<ListedPlan, 'room' | 'status'> {
  return {
    room: formatRoom({ branchId, month, epoch: plan?.epoch ?? 1 }),
    status: plan?.status ?? 'notOpened',
  }
}
