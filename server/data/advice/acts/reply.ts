import 'server-only'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import { DomainError } from '#domain/errors.ts'
import type { Turn } from '../turn.ts'
import { commentText } from './comment-text.ts'
import { writeComment } from './write-comment.ts'

/** Answers in a thread. One that was resolved is open again: an answer shall not lie where nobody looks. */
export async function reply(turn: Turn, act: Extract<AdviceAct, { kind: 'reply' }>): Promise<void> {
  turn.require('plan.comment')
  if (commentText(act.body) === '') throw new DomainError('nothingSaid')
  await turn.tx.thread.update({
    where: { id: act.threadId },
    data: { rev: await turn.nextRev(), resolvedAt: null, resolvedBy: null },
  })
  await writeComment(turn, act)
}
