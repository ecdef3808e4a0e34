import 'server-only'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import type { ProposalState } from '#domain/advice/advice-view.ts'
import { DomainError } from '#domain/errors.ts'
import { tellOfThread } from '../notify.ts'
import type { Turn } from '../turn.ts'

type Settle = Extract<AdviceAct, { kind: 'settle' }>

/**
 * Accepts, declines or withdraws a proposal that is open, or opens it again. Of two editors who accept at once one
 * is too late (`alreadySettled`). Writes no plan: the editor's browser does, by the ordinary command. Throws
 * `planFinalised` for an acceptance that could no longer be carried out.
 */
export async function settleProposal(turn: Turn, { threadId, state }: Settle): Promise<void> {
  turn.require('plan.comment')
  const { tx, plan, speaker } = turn
  const proposal = await tx.proposal.findUnique({ where: { threadId }, include: { thread: true } })
  if (!proposal) throw new DomainError('unknownAdvice')
  requireSettler(turn, proposal.thread.authorId, { from: proposal.state, to: state })
  if (proposal.state === state) {
    if (state === 'open' || proposal.settledBy === speaker.personId) return
    throw new DomainError('alreadySettled')
  }
  if (state !== 'open' && proposal.state !== 'open') throw new DomainError('alreadySettled')
  if (state === 'accepted' && plan.status === 'finalised') throw new DomainError('planFinalised')
  const settled = state === 'open' ? null : new Date()
  await tx.proposal.update({
    where: { threadId },
    data: { state, settledAt: settled, settledBy: settled && speaker.personId },
  })
  await tx.thread.update({ where: { id: threadId }, data: { rev: await turn.nextRev() } })
  await tellOfThread(turn)
}

/** Withdrawing, and taking that back, is the author's; everything else is for those who may edit. */
function requireSettler(
  { may, speaker }: Turn,
  authorId: string,
  { from, to }: { from: ProposalState; to: ProposalState },
): void {
  const isAuthors = to === 'withdrawn' || (to === 'open' && from === 'withdrawn')
  const mayDo = isAuthors ? authorId === speaker.personId : may('plan.edit')
  if (!mayDo) throw new DomainError('noRight')
}
