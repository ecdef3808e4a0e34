import 'server-only'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import { DomainError } from '#domain/errors.ts'
import { tellOfComment } from '../notify.ts'
import { readPlanPeople } from '../plan-people.ts'
import type { Turn } from '../turn.ts'
import { commentText } from './comment-text.ts'

interface NewComment {
  id: string
  threadId: string
  body: string
  mentions: readonly string[]
}

/** Adds a comment to a thread that is there, with whom it mentions, and tells people of it. Throws `threadFull`. */
export async function writeComment(turn: Turn, { id, threadId, ...said }: NewComment) {
  const { tx, speaker } = turn
  const most = adviceLimits.commentsOfThread
  if ((await tx.comment.count({ where: { threadId } })) >= most) {
    throw new DomainError('threadFull', { most })
  }
  const body = commentText(said.body)
  await tx.comment.create({ data: { id, threadId, authorId: speaker.personId, body } })
  const mentioned = await writeMentions(turn, id, said.mentions)
  await tellOfComment(turn, { id, threadId, mentioned })
}

/**
 * Makes these the mentions of a comment, and returns who is new among them. Only people who may comment on the plan
 * can be mentioned; an id of anybody else is left out, since they may have left while the comment waited to be sent.
 */
export async function writeMentions(
  { tx, place }: Turn,
  commentId: string,
  wanted: readonly string[],
): Promise<string[]> {
  const people = await readPlanPeople(tx, place)
  const allowed = people.filter(({ mayComment }) => mayComment).map(({ personId }) => personId)
  const mentioned = allowed.filter((personId) => wanted.includes(personId))
  const before = await tx.mention.findMany({ where: { commentId }, select: { personId: true } })
  await tx.mention.deleteMany({ where: { commentId, personId: { notIn: mentioned } } })
  const added = mentioned.filter((id) => before.every(({ personId }) => personId !== id))
  await tx.mention.createMany({ data: added.map((personId) => ({ commentId, personId })) })
  return added
}
