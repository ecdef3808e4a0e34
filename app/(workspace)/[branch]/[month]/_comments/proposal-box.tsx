import { useTranslations } from 'next-intl'
import type { ShownThread } from '#app/_advice/lay-unsent.ts'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { ProposalChange } from './proposal-change.tsx'
import { ProposalVerbs } from './proposal-verbs.tsx'
import { useVerdict } from './use-verdict.ts'
import { whenWords } from './when-words.ts'

/** What is proposed, before and after, how it stands to the plan now, and what can be done with it. */
export function ProposalBox({ thread }: { thread: ShownThread }) {
  const t = useTranslations('advice.proposal')
  const verdict = useVerdict(thread)
  const { proposal } = thread
  if (!proposal || !verdict) return null
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
      <ProposalVerbs proposal={proposal} thread={thread} verdict={verdict} />
    </div>
  )
}
