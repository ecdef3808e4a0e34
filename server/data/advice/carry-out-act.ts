import 'server-only'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import { DomainError } from '#domain/errors.ts'
import { readPlace } from '../../auth/place.ts'
import type { Database } from '../../db/database.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { type PlanAct, planOfAct } from './act-plan.ts'
import { begin } from './acts/begin.ts'
import { deleteComment } from './acts/delete-comment.ts'
import { editComment } from './acts/edit-comment.ts'
import { mutePlan } from './acts/mute-plan.ts'
import { reply } from './acts/reply.ts'
import { reportTask } from './acts/report-task.ts'
import { resolveThread } from './acts/resolve-thread.ts'
import { settleProposal } from './acts/settle-proposal.ts'
import { takeReport } from './acts/take-report.ts'
import { type Ground, readGround } from './ground.ts'
import { onlyOnce } from './only-once.ts'
import { announceIn, holdGrants, type Speaker, type Turn, takeTurn } from './turn.ts'

/** Does one act, once, in a transaction of its own; nothing of it stays when it throws a DomainError. */
export async function carryOutAct(
  database: Database,
  speaker: Speaker,
  act: AdviceAct,
): Promise<void> {
  if (act.kind === 'read') {
    await onlyOnce(database, speaker, act.id, (tx) => readNotices(tx, speaker, act.noticeIds))
    return
  }
  const plan = await planOfAct(database, act)
  const place = await readPlace(database, plan.branchId)
  if (!place) throw new DomainError('unknownUnit')
  const ground = await readGround(database, plan, act)
  await onlyOnce(database, speaker, act.id, async (tx) => {
    await carryOut(await takeTurn(tx, speaker, plan, place), act, ground)
  })
}

function carryOut(turn: Turn, act: PlanAct, ground: Ground): Promise<void> {
  switch (act.kind) {
    case 'begin':
      return begin(turn, act, ground)
    case 'reply':
      return reply(turn, act)
    case 'edit':
      return editComment(turn, act)
    case 'delete':
      return deleteComment(turn, act)
    case 'resolve':
      return resolveThread(turn, act)
    case 'settle':
      return settleProposal(turn, act)
    case 'report':
      return reportTask(turn, act, ground.doers)
    case 'take':
      return takeReport(turn, act)
    case 'mute':
      return mutePlan(turn, act)
  }
}

/** Marks one's own notices as read, on every device; ids of anybody else's are nobody's. */
async function readNotices(
  tx: Prisma.TransactionClient,
  speaker: Speaker,
  ids: readonly string[],
): Promise<void> {
  await holdGrants(tx, speaker)
  const { personId } = speaker
  const { count } = await tx.notice.updateMany({
    where: { id: { in: [...ids] }, personId, readAt: null },
    data: { readAt: new Date() },
  })
  if (count > 0) await announceIn(tx, { kind: 'read', personId })
}
