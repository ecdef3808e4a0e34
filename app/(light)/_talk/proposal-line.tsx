'use client'
import { useTranslations } from 'next-intl'
import type { ShownThread } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { formatDay } from '#app/_words/format-day.ts'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import { Icon } from '../_parts/icon.tsx'
import type { PlaceNames } from './place-names.ts'
import { SendingMark } from './sending-mark.tsx'

/** What a thread proposes, and how it was decided. Its author may take it back while it is open. */
export interface ProposalLineProps {
  thread: ShownThread
  names: PlaceNames
  isMine: boolean
}

export function ProposalLine({ thread, names, isMine }: ProposalLineProps) {
  const t = useTranslations('light.live.proposal')
  const { store } = useAdvice()
  const { proposal } = thread
  if (!proposal) return null
  return (
    <div className="rounded-md border border-line-strong border-dashed px-3 py-2">
      <p className="flex items-center gap-1.5 font-semibold text-sm">
        <Icon name="move" size="sm" />
        {t(`state.${proposal.state}`, { name: proposal.settled?.by.name ?? '' })}
      </p>
      <p className="text-base [overflow-wrap:anywhere]">
        <ChangeWords change={proposal.change} names={names} />
      </p>
      <SendingMark sending={thread.sending} />
      {isMine && proposal.state === 'open' && thread.sending === null && (
        <button
          className="min-h-11 font-medium text-ink-2 text-sm underline decoration-line-strong underline-offset-4"
          onClick={() => store.do({ kind: 'settle', threadId: thread.id, state: 'withdrawn' })}
          type="button"
        >
          {t('withdraw')}
        </button>
      )}
    </div>
  )
}

function ChangeWords({ change, names }: { change: ProposedChange; names: PlaceNames }) {
  const t = useTranslations('light.live.proposal')
  const gone = t('gone')
  if (change.kind === 'changeMember') {
    const from = change.from === null ? t('nobody') : (names.members[change.from] ?? gone)
    const to = names.members[change.to] ?? gone
    return t('changeMember', { group: names.groups[change.groupId] ?? gone, from, to })
  }
  if (change.kind === 'newTask') return t('newTask', { title: change.title })
  if (change.kind === 'replaceText') {
    if (change.text === '') return t('deleteText', { quote: change.passage.quote })
    return t('replaceText', { quote: change.passage.quote, text: change.text })
  }
  const dayOf = (due: string | null) => (due === null ? t('noDue') : formatDay(due))
  const title = names.tasks[change.taskId] ?? gone
  return t('changeDue', { title, from: dayOf(change.from), to: dayOf(change.to) })
}
