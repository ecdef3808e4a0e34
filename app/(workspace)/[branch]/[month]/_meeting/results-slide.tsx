import { CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { shortMonth } from '#app/_words/format-month.ts'
import type { MonthBefore } from '#domain/record/record-desk.ts'
import { SlideFrame, small } from './slide-frame.tsx'

/** So many tasks fit a page that is read from the last row. */
const most = 8

/** What became of the tasks of the month before, done beside not done. */
export function ResultsSlide({ before, branch }: { before: MonthBefore; branch: string }) {
  const t = useTranslations('meeting')
  const done = before.tasks.filter(({ status }) => status === 'done')
  const open = before.tasks.filter(({ status }) => status !== 'done')
  return (
    <SlideFrame over={branch} title={t('resultOf', { month: shortMonth(before.month) })}>
      {before.tasks.length === 0 ? <p className={small}>{t('nothingBefore')}</p> : null}
      <div className="grid gap-[2vw] md:grid-cols-2">
        <Tasks isDone name={t('done')} tasks={done} />
        <Tasks name={t('notDone')} tasks={open} />
      </div>
    </SlideFrame>
  )
}

interface TasksProps {
  name: string
  tasks: MonthBefore['tasks']
  isDone?: boolean
}

function Tasks({ name, tasks, isDone = false }: TasksProps) {
  const t = useTranslations('meeting')
  if (tasks.length === 0) return null
  const Icon = isDone ? CircleCheck : CircleDashed
  return (
    <section>
      <h3 className="mb-[1vh] flex items-center gap-2 font-semibold text-[clamp(1.25rem,2.2vw,2.75rem)]">
        <Icon
          aria-hidden="true"
          className={isDone ? 'size-[1em] text-done' : 'size-[1em] text-reason'}
        />
        <span className="num">{tasks.length}</span> {name}
      </h3>
      <ul className={`${small} grid gap-[0.75vh]`}>
        {tasks.slice(0, most).map(({ id, title, result }) => (
          <li className="wrap-anywhere" key={id}>
            {title || t('task.untitled')}
            {result ? <span className="block text-ink-2">{result}</span> : null}
          </li>
        ))}
      </ul>
      {tasks.length > most ? (
        <p className={`${small} mt-[0.75vh] text-ink-3`}>
          {t('more', { count: tasks.length - most })}
        </p>
      ) : null}
    </section>
  )
}
