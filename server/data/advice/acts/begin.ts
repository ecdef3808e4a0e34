import 'server-only'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import { DomainError } from '#domain/errors.ts'
import { type Ground, namedTasks } from '../ground.ts'
import { tellOfThread } from '../notify.ts'
import type { Turn } from '../turn.ts'
import { cleanChange, cleanPassage } from './clean-advice.ts'
import { commentText } from './comment-text.ts'
import { writeComment } from './write-comment.ts'

/** Begins a thread, with a first comment, a proposal, or both. */
export async function begin(
  turn: Turn,
  act: Extract<AdviceAct, { kind: 'begin' }>,
  { anchor, taskIds }: Pick<Ground, 'anchor' | 'taskIds'>,
): Promise<void> {
  turn.require('plan.comment')
  const { tx, plan, speaker } = turn
  if (commentText(act.body) === '' && act.change === null) throw new DomainError('nothingSaid')
  const most = adviceLimits.threadsOfPlan
  if ((await tx.thread.count({ where: { planId: plan.id } })) >= most) {
    throw new DomainError('tooManyThreads', { most })
  }
  await requirePlace(turn, act.place)
  if (act.change?.kind === 'changeMember') {
    await requirePlace(turn, { kind: 'group', id: act.change.groupId })
  }
  if (!namedTasks(act).every((id) => taskIds.includes(id))) throw new DomainError('unknownTask')
  const { count } = await tx.thread.createMany({
    data: {
      id: act.threadId,
      planId: plan.id,
      epoch: plan.epoch,
      ...columnsOf(act.place),
      anchor: anchor === null ? null : Buffer.from(anchor, 'base64'),
      authorId: speaker.personId,
      rev: await turn.nextRev(),
    },
    skipDuplicates: true,
  })
  if (count === 0) throw new DomainError('badInput', { field: 'threadId' })
  if (act.change) {
    await tx.proposal.create({ data: { threadId: act.threadId, change: cleanChange(act.change) } })
  }
  if (commentText(act.body) !== '') await writeComment(turn, act)
  else await tellOfThread(turn)
}

/** A group of this branch's hamlets, a member on its list. */
async function requirePlace({ tx, plan }: Turn, place: AdvicePlace): Promise<void> {
  const { branchId } = plan
  if (place.kind === 'group') {
    const where = { id: place.id, hamlet: { servedBy: { some: { branchId } } } }
    if (!isUuid(place.id) || !(await tx.householdGroup.findFirst({ where }))) {
      throw new DomainError('unknownGroup')
    }
  }
  if (place.kind === 'member') {
    const where = { id: place.id, branchId }
    if (!isUuid(place.id) || !(await tx.member.findFirst({ where }))) {
      throw new DomainError('unknownMember')
    }
  }
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
}

function columnsOf(place: AdvicePlace) {
  if (place.kind === 'passage') {
    const { kind, ...passage } = cleanPassage(place)
    return { placeKind: kind, ...passage }
  }
  return { placeKind: place.kind, placeId: place.kind === 'plan' ? null : place.id }
}
