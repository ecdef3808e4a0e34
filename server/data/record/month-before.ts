import 'server-only'
import type { MonthBefore } from '#domain/record/record-desk.ts'
import type { Database } from '../../db/database.ts'
import { committedPlan } from '../committed-plan.ts'

/** The branch's latest plan of an earlier month, as a month beside it is compared with; null when there is none. */
export async function readMonthBefore(
  database: Database,
  branchId: string,
  month: string,
): Promise<MonthBefore | null> {
  const found = await database.prisma.plan.findFirst({
    where: { branchId, month: { lt: month } },
    orderBy: { month: 'desc' },
    select: { month: true, status: true },
  })
  const plan = found && (await committedPlan(database, branchId, found.month))
  if (!found || !plan) return null
  return {
    month: found.month,
    status: found.status,
    tasks: plan.view.tasks.map(({ id, title, status, result, place }) => ({
      id,
      title,
      status,
      result,
      groupIds: place?.kind === 'groups' ? place.ids : [],
    })),
    assignments: plan.view.assignments.flatMap(({ memberId, target }) =>
      target.kind === 'group' ? [{ memberId, groupId: target.id }] : [],
    ),
  }
}
