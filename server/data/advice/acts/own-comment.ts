import 'server-only'
import { DomainError } from '#domain/errors.ts'
import type { Turn } from '../turn.ts'

/** A comment that the speaker wrote. Throws `unknownAdvice` for a deleted one and `noRight` for anybody else's. */
export async function ownComment(
  { tx, speaker }: Turn,
  commentId: string,
): Promise<{ threadId: string }> {
  const comment = await tx.comment.findUnique({ where: { id: commentId } })
  if (!comment || comment.deletedAt !== null) throw new DomainError('unknownAdvice')
  if (comment.authorId !== speaker.personId) throw new DomainError('noRight')
  return { threadId: comment.threadId }
}
