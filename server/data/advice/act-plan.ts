import 'server-only'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import { DomainError } from '#domain/errors.ts'
import type { Database } from '../../db/database.ts'
import type { AdvicePlan } from './turn.ts'

/** Acts that are about a plan; reading notices is about the reader alone. */
export type PlanAct = Exclude<AdviceAct, { kind: 'read' }>

const plan = { select: { id: true, branchId: true, month: true, epoch: true, status: true } }

/** Which plan an act is about. Throws `noSuchPlan` and `unknownAdvice`. */
export async function planOfAct({ prisma }: Database, act: PlanAct): Promise<AdvicePlan> {
  switch (act.kind) {
    case 'begin':
    case 'report':
    case 'mute': {
      const { branchId, month } = act
      const found = await prisma.plan.findUnique({
        where: { branchId_month: { branchId, month } },
        ...plan,
      })
      if (!found) throw new DomainError('noSuchPlan')
      return found
    }
    case 'reply':
    case 'resolve':
    case 'settle':
      return known(
        await prisma.thread.findUnique({ where: { id: act.threadId }, select: { plan } }),
      )
    case 'edit':
    case 'delete': {
      const where = { id: act.commentId }
      const found = await prisma.comment.findUnique({
        where,
        select: { thread: { select: { plan } } },
      })
      return known(found?.thread)
    }
    case 'take':
      return known(
        await prisma.taskReport.findUnique({ where: { id: act.reportId }, select: { plan } }),
      )
  }
}

function known(found: { plan: AdvicePlan } | null | undefined): AdvicePlan {
  if (!found) throw new DomainError('unknownAdvice')
  return found.plan
}
