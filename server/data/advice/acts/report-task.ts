import 'server-only'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import { DomainError } from '#domain/errors.ts'
import { tellEditors } from '../notify.ts'
import type { Turn } from '../turn.ts'

type Report = Extract<AdviceAct, { kind: 'report' }>

/** Says what was done of a task; `doers` are those of the task in the committed plan, co-doers among them. */
export async function reportTask(
  turn: Turn,
  act: Report,
  doers: readonly string[] | null,
): Promise<void> {
  turn.require('task.reportOwn')
  const { tx, plan, speaker } = turn
  if (doers === null) throw new DomainError('unknownTask')
  if (speaker.memberId === null || !doers.includes(speaker.memberId)) {
    throw new DomainError('notOwnTask')
  }
  requireWhole(act)
  await tx.taskReport.create({
    data: {
      id: act.id,
      planId: plan.id,
      taskId: act.taskId,
      memberId: speaker.memberId,
      authorId: speaker.personId,
      outcome: act.outcome,
      doneCount: act.figure?.done ?? null,
      ofCount: act.figure?.of ?? null,
      reason: act.reason,
      nextStep: act.next,
      rev: await turn.nextRev(),
    },
  })
  await tellEditors(turn)
}

/** A figure belongs to what is partly done, and only there; a reason to what is not done, and never to what is. */
function requireWhole({ outcome, figure, reason, next }: Report): void {
  if ((outcome === 'partly') !== (figure !== null)) {
    throw new DomainError('badInput', { field: 'figure' })
  }
  if (figure !== null && figure.done > figure.of) {
    throw new DomainError('badInput', { field: 'figure' })
  }
  const isDone = outcome === 'done'
  if ((outcome === 'notDone' && reason === null) || (isDone && reason !== null)) {
    throw new DomainError('badInput', { field: 'reason' })
  }
  if (isDone && next !== null) throw new DomainError('badInput', { field: 'next' })
}
