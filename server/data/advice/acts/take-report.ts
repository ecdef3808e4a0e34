import 'server-only'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import { DomainError } from '#domain/errors.ts'
import type { Turn } from '../turn.ts'

/**
 * Notes that a report was taken into the task's result, or that this was undone. Of two editors who take it at once
 * one is too late (`alreadySettled`). Throws `planFinalised` when the result can no longer be written.
 */
export async function takeReport(
  turn: Turn,
  { reportId, taken }: Extract<AdviceAct, { kind: 'take' }>,
): Promise<void> {
  turn.require('plan.edit')
  const { tx, plan, speaker } = turn
  if (taken && plan.status === 'finalised') throw new DomainError('planFinalised')
  const report = await tx.taskReport.findUniqueOrThrow({ where: { id: reportId } })
  if (!taken && report.takenAt === null) return
  if (taken && report.takenAt !== null) {
    if (report.takenBy === speaker.personId) return
    throw new DomainError('alreadySettled')
  }
  await tx.taskReport.update({
    where: { id: reportId },
    data: {
      takenAt: taken ? new Date() : null,
      takenBy: taken ? speaker.personId : null,
      rev: await turn.nextRev(),
    },
  })
}
