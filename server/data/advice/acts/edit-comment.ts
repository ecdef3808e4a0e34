import 'server-only'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import { DomainError } from '#domain/errors.ts'
import { tellOfMentions } from '../notify.ts'
import type { Turn } from '../turn.ts'
import { commentText } from './comment-text.ts'
import { ownComment } from './own-comment.ts'
import { writeMentions } from './write-comment.ts'

/** Writes one's own comment anew. Only those who are newly mentioned hear of it. */
export async function editComment(
  turn: Turn,
  act: Extract<AdviceAct, { kind: 'edit' }>,
): Promise<void> {
  turn.require('plan.comment')
  const { tx } = turn
  const { threadId } = await ownComment(turn, act.commentId)
  const body = commentText(act.body)
  if (body === '') throw new DomainError('nothingSaid')
  await tx.comment.update({ where: { id: act.commentId }, data: { body, editedAt: new Date() } })
  await tx.thread.update({ where: { id: threadId }, data: { rev: await turn.nextRev() } })
  const added = await writeMentions(turn, act.commentId, act.mentions)
  await tellOfMentions(turn, { id: act.commentId, threadId, mentioned: added })
}
