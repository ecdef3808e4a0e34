import 'server-only'
import type { ReportView } from '#domain/advice/advice-view.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Asker } from '../seen-branch.ts'
import { personView } from './plan-people.ts'
import { readNames } from './read-names.ts'
import type { Wanted } from './read-threads.ts'

/** The reports that changed since a revision, oldest first: all of them, or only those of one person. */
export async function readReports(
  prisma: Prisma.TransactionClient,
  { planId, since, people }: Wanted,
  only: Pick<Asker, 'personId'> | null,
): Promise<ReportView[]> {
  const rows = await prisma.taskReport.findMany({
    where: { planId, rev: { gt: since }, ...(only && { authorId: only.personId }) },
    include: { author: { select: { id: true, fullName: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const named = await readNames(
    prisma,
    rows.map(({ takenBy }) => takenBy),
  )
  return rows.map((row) => ({
    id: row.id,
    taskId: row.taskId,
    memberId: row.memberId,
    author: personView(people, row.author),
    at: row.createdAt.toISOString(),
    outcome: row.outcome,
    figure:
      row.doneCount !== null && row.ofCount !== null
        ? { done: row.doneCount, of: row.ofCount }
        : null,
    reason: row.reason,
    next: row.nextStep,
    taken:
      row.takenAt && row.takenBy
        ? { by: personView(people, named(row.takenBy)), at: row.takenAt.toISOString() }
        : null,
    rev: Number(row.rev),
  }))
}
