import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ShownThread } from '#app/_advice/lay-unsent.ts'
import { Button } from '#app/_ui/button.tsx'
import type { ProposalView } from '#domain/advice/advice-view.ts'
import type { ChangeVerdict } from '#domain/advice/judge-change.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useSettle } from './use-settle.ts'

interface ProposalVerbsProps {
  thread: ShownThread
  proposal: ProposalView
  verdict: ChangeVerdict
}

/** Editors accept, decline and open again; who proposed may withdraw. */
export function ProposalVerbs({ thread, proposal, verdict }: ProposalVerbsProps) {
  const t = useTranslations('advice.proposal')
  const { me, canEdit } = usePlanSession()
  const settle = useSettle()
  const [isAsking, setAsking] = useState(false)
  const isOwn = thread.author.personId === me.personId
  const isUnsent = thread.sending !== null && thread.sending.state !== 'sent'
  if (isUnsent) return null
  const accept = async () => {
    setAsking(true)
    await settle.accept(thread)
    setAsking(false)
  }
  if (proposal.state === 'open') {
    return (
      <>
        {canEdit && verdict.kind !== 'moved' && (
          <Button aria-busy={isAsking} kind="primary" onClick={() => void accept()} size="sm">
            {t('accept')}
          </Button>
        )}
        {canEdit && (
          <Button onClick={() => settle.decline(thread)} size="sm">
            {t('decline')}
          </Button>
        )}
        {isOwn && !canEdit && (
          <Button onClick={() => settle.withdraw(thread)} size="sm">
            {t('withdraw')}
          </Button>
        )}
      </>
    )
  }
  if (!canEdit || proposal.state === 'withdrawn') return null
  // Taken back together with what it did; when the plan moved on, only the proposal opens again.
  return proposal.state === 'accepted' ? (
    <Button onClick={() => settle.takeBack(thread)} size="sm">
      {verdict.kind === 'done' ? t('undo') : t('reopen')}
    </Button>
  ) : (
    <Button onClick={() => settle.reopen(thread)} size="sm">
      {t('reopen')}
    </Button>
  )
}
