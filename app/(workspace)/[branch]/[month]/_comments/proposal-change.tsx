import { useTranslations } from 'next-intl'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import { formatDayIn } from '#domain/days.ts'
import { placeName } from '../_board/place.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { BeforeAfter } from './before-after.tsx'
import { MemberSwap } from './member-swap.tsx'

interface ProposalChangeProps {
  change: ProposedChange
  /** It could be accepted now, so its effect is worth showing. */
  isOpen: boolean
}

/** A proposed change, what is before and what would be after it. */
export function ProposalChange({ change, isOpen }: ProposalChangeProps) {
  const t = useTranslations('advice.change')
  const { month } = usePlanSession()
  const day = (value: string | null) => (value ? formatDayIn(value, month) : t('noDue'))
  switch (change.kind) {
    case 'changeMember':
      return <MemberSwap change={change} isOpen={isOpen} />
    case 'changeDue':
      return (
        <BeforeAfter
          after={<span className="num">{day(change.to)}</span>}
          afterLabel={t('newDue')}
          before={<span className="num">{day(change.from)}</span>}
          beforeLabel={t('oldDue')}
        />
      )
    case 'replaceText':
      return (
        <div className="grid gap-1 rounded-md bg-accent-soft px-3 py-2">
          <p className="text-ink-2 text-sm">
            {change.text === '' ? t('deletedWords') : t('oldWords')}
          </p>
          <del className="text-ink-2 [overflow-wrap:anywhere]">{change.passage.quote}</del>
          {change.text !== '' && (
            <>
              <p className="text-ink-2 text-sm">{t('newWords')}</p>
              <ins className="font-medium no-underline [overflow-wrap:anywhere]">{change.text}</ins>
            </>
          )}
        </div>
      )
    case 'newTask':
      return <NewTask change={change} />
  }
}

function NewTask({ change }: { change: Extract<ProposedChange, { kind: 'newTask' }> }) {
  const t = useTranslations('advice.change')
  const { roster, month } = usePlanSession()
  const doers = change.doers.flatMap(
    (id) => roster.members.find((member) => member.id === id)?.name ?? [],
  )
  const groups = change.groupIds.map((id) => placeName(roster, { kind: 'group', id }))
  const facts = [
    groups.join(', '),
    doers.join(', '),
    change.due ? t('due', { day: formatDayIn(change.due, month) }) : '',
  ].filter((fact) => fact !== '')
  return (
    <div className="grid gap-0.5 rounded-md bg-accent-soft px-3 py-2">
      <p className="text-ink-2 text-sm">{t('newTask')}</p>
      <p className="font-semibold [overflow-wrap:anywhere]">{change.title}</p>
      {facts.length > 0 && <p className="text-sm">{facts.join(' · ')}</p>}
    </div>
  )
}
