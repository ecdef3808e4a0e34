import { useTranslations } from 'next-intl'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import type { ProposalView } from '#domain/advice/advice-view.ts'
import type { ChangeVerdict } from '#domain/advice/judge-change.ts'
import { ProposalChange } from './proposal-change.tsx'
import { whenWords } from './when-words.ts'

interface ProposalBoxProps {
  proposal: ProposalView
  verdict: ChangeVerdict
}

/** What is proposed, before and after, and how it stands to the plan now. */
export function ProposalBox({ proposal, verdict }: ProposalBoxProps) {
  const t = useTranslations('advice.proposal')
  const isOpen = proposal.state === 'open'
  return (
    <div className="grid gap-2" data-proposal={proposal.state}>
      <ProposalChange change={proposal.change} isOpen={isOpen && verdict.kind === 'fits'} />
      {isOpen && verdict.kind !== 'fits' && (
        <p className="flex items-start gap-1.5 text-sm leading-tight">
          <NoticeIcon
            className="mt-px"
            level={verdict.kind === 'done' ? 'done' : 'reason'}
            size="sm"
          />
          {verdict.kind === 'done' ? t('doneAlready') : t(`moved.${verdict.what}`)}
        </p>
      )}
      {proposal.state === 'accepted' && verdict.kind !== 'done' && (
        <p className="text-ink-2 text-sm">{t('notThereAnyMore')}</p>
      )}
      {proposal.state !== 'open' && (
        <p className="flex items-center gap-1.5 text-ink-2 text-sm">
          <NoticeIcon level={proposal.state === 'accepted' ? 'done' : 'note'} size="sm" />
          {proposal.settled
            ? t(`settled.${proposal.state}`, {
                name: proposal.settled.by.name,
                when: whenWords(proposal.settled.at, Date.now()),
              })
            : t(`state.${proposal.state}`)}
        </p>
      )}
    </div>
  )
}
