import { useTranslations } from 'next-intl'
import { shortMonth } from '#app/_words/format-month.ts'
import { coverage } from '#domain/coverage.ts'
import type { PlanView } from '#domain/plan-view.ts'
import type { RosterView } from '#domain/roster-view.ts'
import { middle, SlideFrame } from './slide-frame.tsx'

/** The month in figures. */
export function SummarySlide({
  roster,
  view,
  month,
}: {
  roster: RosterView
  view: PlanView
  month: string
}) {
  const t = useTranslations('meeting')
  const { groups, households, poor, nearPoor } = coverage(roster, view)
  const needy = { done: poor.done + nearPoor.done, all: poor.all + nearPoor.all }
  const carried = view.tasks.filter(({ carriedFrom }) => carriedFrom !== null).length
  return (
    <SlideFrame over={roster.branch.name} title={t('summary', { month: shortMonth(month) })}>
      <dl className="grid flex-1 content-evenly gap-[2vh] sm:grid-cols-2">
        <Figure name={t('groups')} value={shareOf(groups)} />
        <Figure name={t('households')} value={shareOf(households)} />
        <Figure name={t('poor')} value={shareOf(needy)} />
        <Figure
          more={carried > 0 ? t('carried', { count: carried }) : null}
          name={t('tasks')}
          value={String(view.tasks.length)}
        />
      </dl>
    </SlideFrame>
  )
}

function shareOf({ done, all }: { done: number; all: number }): string {
  return `${done}/${all}`
}

function Figure({
  name,
  value,
  more = null,
}: {
  name: string
  value: string
  more?: string | null
}) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className={`${middle} text-ink-2`}>
        {name}
        {more ? <span className="block text-ink-3">{more}</span> : null}
      </dt>
      <dd className="num font-semibold text-[max(2.25rem,11vmin)] text-accent-ink leading-tight">
        {value}
      </dd>
    </div>
  )
}
