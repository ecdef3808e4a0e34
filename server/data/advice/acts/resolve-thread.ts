import 'server-only'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import { DomainError } from '#domain/errors.ts'
import { tellOfThread } from '../notify.ts'
import type { Turn } from '../turn.ts'

/** Closes a thread or opens it again: whoever began it, and whoever may edit the plan. */
export async function resolveThread(
  turn: Turn,
  { threadId, resolved }: Extract<AdviceAct, { kind: 'resolve' }>,
): Promise<void> {
  turn.require('plan.comment')
  const { tx, speaker } = turn
  const thread = await tx.thread.findUniqueOrThrow({ where: { id: threadId } })
  if (thread.authorId !== speaker.personId && !turn.may('plan.edit')) {
    throw new DomainError('noRight')
  }
  if ((thread.resolvedAt !== null) === resolved) return
  await tx.thread.update({
    where: { id: threadId },
    data: {
      resolvedAt: resolved ? new Date() : null,
      resolvedBy: resolved ? speaker.personId : null,
      rev: await turn.nextRev(),
    },
  })
  await tellOfThread(turn)
}
