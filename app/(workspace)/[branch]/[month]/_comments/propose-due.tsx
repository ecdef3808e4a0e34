import { useTranslations } from 'next-intl'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import { formatDayIn } from '#domain/days.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'
import { DayInput } from './day-input.tsx'

interface ProposeDueProps {
  taskId: string
  onChange: (change: ProposedChange | null) => void
}

/** Another day for a task. */
export function ProposeDue({ taskId, onChange }: ProposeDueProps) {
  const t = useTranslations('advice.propose')
  const { month } = usePlanSession()
  const from = usePlanView().tasks.find(({ id }) => id === taskId)?.due ?? null
  return (
    <>
      <p className="text-ink-2 text-sm">
        {from ? t('dueNow', { day: formatDayIn(from, month) }) : t('noDueNow')}
      </p>
      <DayInput
        label={t('newDue')}
        onChange={(to) => {
          const isNew = to !== null && to !== 'bad' && to !== from
          onChange(isNew ? { kind: 'changeDue', taskId, from, to } : null)
        }}
      />
    </>
  )
}
