import 'server-only'
import type { AdviceNews } from '#domain/advice/advice-view.ts'
import { can } from '#domain/rights.ts'
import type { Database } from '../../db/database.ts'
import { type Asker, seenBranch } from '../seen-branch.ts'
import { peopleViews, readPlanPeople } from './plan-people.ts'
import { readReports } from './read-reports.ts'
import { readThreads } from './read-threads.ts'
import { requireMonth } from './require-month.ts'

/**
 * What changed in the talk about a plan since a revision, or all of it since 0. Who may only look gets no comments
 * and no proposals, and of the reports their own. A plan that nobody has opened has none of it.
 * Throws `badMonth`, `unknownUnit` and `noRight`.
 */
export async function adviceFor(
  database: Database,
  asker: Asker,
  branchId: string,
  month: string,
  since = 0,
): Promise<AdviceNews> {
  requireMonth(month)
  const place = await seenBranch(database, asker, branchId, 'plan.view')
  const mayComment = can(asker.grants, 'plan.comment', place)
  const { prisma } = database
  const people = await readPlanPeople(prisma, place)
  const plan = await prisma.plan.findUnique({
    where: { branchId_month: { branchId, month } },
    select: { id: true, advice: true, mutes: { where: { personId: asker.personId } } },
  })
  // Read before the rows: what changes meanwhile is told twice and never missed.
  const rev = Number(plan?.advice?.rev ?? 0)
  const from = Number.isSafeInteger(since) && since > 0 && since <= rev ? since : 0
  const wanted = plan && { planId: plan.id, since: BigInt(from), people }
  return {
    rev,
    threads: wanted && mayComment ? await readThreads(prisma, wanted) : [],
    reports: wanted ? await readReports(prisma, wanted, mayComment ? null : asker) : [],
    people: mayComment && from === 0 ? peopleViews(people) : [],
    isMuted: (plan?.mutes.length ?? 0) > 0,
  }
}
