import { useTranslations } from 'next-intl'
import { formatDay } from '#app/_words/format-day.ts'
import { monthNumber } from '#app/_words/format-month.ts'
import type { TaskView } from '#domain/plan-view.ts'
import type { MonthBefore } from '#domain/record/record-desk.ts'
import type { RosterView } from '#domain/roster-view.ts'
import { memberName } from '../_board/member-row.ts'
import { placeWords } from '../_plan/place-words.ts'
import { middle, SlideFrame } from './slide-frame.tsx'

interface TaskSlideProps {
  task: TaskView
  number: number
  roster: RosterView
  before: MonthBefore | null
  month: string
}

/** One task; beside it, when it was carried over, what became of it in the month before. */
export function TaskSlide({ task, number, roster, before, month }: TaskSlideProps) {
  const t = useTranslations('meeting')
  const tt = useTranslations('meeting.task')
  const statuses = useTranslations('words.taskStatus')
  const names = (ids: readonly string[]) =>
    ids
      .map((id) => memberName(roster, id))
      .filter((name) => name !== '')
      .join(', ')
  const place = placeWords(task.place, roster, (hamlet) => tt('wholeHamlet', { hamlet }))
  const rows = [
    [tt('doers'), names(task.doers) || tt('nobody')],
    [tt('coDoers'), names(task.coDoers)],
    [tt('place'), place],
    [tt('due'), task.due === null ? tt('noDue') : formatDay(task.due)],
    [tt('status'), statuses(task.status)],
    [tt('result'), task.result],
  ] as const
  return (
    <SlideFrame
      before={
        before && {
          label: t('month', { month: monthNumber(before.month) }),
          children: <Before before={before} task={task} />,
        }
      }
      label={t('month', { month: monthNumber(month) })}
      over={tt('number', { number })}
      title={task.title || tt('untitled')}
    >
      <dl className={`${middle} grid grid-cols-[auto_minmax(0,1fr)] gap-x-[1.5vw] gap-y-[1.25vh]`}>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div className="contents" key={name}>
              <dt className="text-ink-2">{name}</dt>
              <dd className="wrap-anywhere whitespace-pre-line font-semibold">{value}</dd>
            </div>
          ))}
      </dl>
    </SlideFrame>
  )
}

function Before({ before, task }: { before: MonthBefore; task: TaskView }) {
  const t = useTranslations('meeting.task')
  const statuses = useTranslations('words.taskStatus')
  const { carriedFrom } = task
  const was =
    carriedFrom?.month === before.month
      ? before.tasks.find(({ id }) => id === carriedFrom.taskId)
      : undefined
  if (!was || !carriedFrom) return <p className={middle}>{t('new')}</p>
  return (
    <div className={`${middle} grid gap-[1vh]`}>
      <p className="font-semibold text-ink">{statuses(was.status)}</p>
      <p className="wrap-anywhere whitespace-pre-line">{was.result || t('noResult')}</p>
      <p>{t('carried', { times: carriedFrom.times })}</p>
    </div>
  )
}
