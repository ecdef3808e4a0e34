import 'server-only'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import type { Turn } from '../turn.ts'
import { ownComment } from './own-comment.ts'

/** Deletes one's own comment: its words are gone from the database, and nobody is pointed to it any more. */
export async function deleteComment(
  turn: Turn,
  { commentId }: Extract<AdviceAct, { kind: 'delete' }>,
): Promise<void> {
  turn.require('plan.comment')
  const { tx } = turn
  const { threadId } = await ownComment(turn, commentId)
  await tx.mention.deleteMany({ where: { commentId } })
  await tx.notice.deleteMany({ where: { commentId } })
  await tx.comment.update({ where: { id: commentId }, data: { body: '', deletedAt: new Date() } })
  await tx.thread.update({ where: { id: threadId }, data: { rev: await turn.nextRev() } })
}
