import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDay } from '#app/_words/format-day.ts'
import type { TaskView } from '#domain/plan-view.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { PlaceNames } from '../_talk/place-names.ts'

/** What a task is: its words, where, who, until when, and what came of it so far. */
export interface TaskFactsProps {
  task: TaskView
  roster: RosterView
  names: PlaceNames
}

export function TaskFacts({ task, roster, names }: TaskFactsProps) {
  const t = useTranslations('light.task')
  const status = useTranslations('words.taskStatus')
  const people = (ids: readonly string[]) => ids.flatMap((id) => names.members[id] ?? []).join(', ')
  return (
    <div className="mt-3 rounded-lg border border-line bg-raised px-3.5 py-3">
      <p className="font-semibold [overflow-wrap:anywhere]">{task.title || t('untitled')}</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-base">
        <Fact label={t('status')}>{status(task.status)}</Fact>
        {task.due && <Fact label={t('due')}>{formatDay(task.due)}</Fact>}
        {task.doers.length > 0 && <Fact label={t('doers')}>{people(task.doers)}</Fact>}
        {task.coDoers.length > 0 && <Fact label={t('helpers')}>{people(task.coDoers)}</Fact>}
        {task.place && <Fact label={t('place')}>{placeWords(task.place, roster, names)}</Fact>}
        {task.carriedFrom && (
          <Fact label={t('carried')}>{t('times', { count: task.carriedFrom.times })}</Fact>
        )}
        {task.result && <Fact label={t('result')}>{task.result}</Fact>}
      </dl>
    </div>
  )
}

function placeWords(
  place: NonNullable<TaskView['place']>,
  roster: RosterView,
  names: PlaceNames,
): string {
  if (place.kind === 'groups') return place.ids.flatMap((id) => names.groups[id] ?? []).join(', ')
  return roster.communeHamlets.find(({ id }) => id === place.id)?.name ?? ''
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  )
}
