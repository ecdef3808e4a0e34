import { CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { shortMonth } from '#app/_words/format-month.ts'
import type { MonthBefore } from '#domain/record/record-desk.ts'
import { resultPages } from './meeting-slides.ts'
import { middle, SlideFrame, small } from './slide-frame.tsx'

interface ResultsSlideProps {
  before: MonthBefore
  branch: string
  /** Counts from 0. */
  page: number
}

/** What became of the tasks of the month before, done beside not done. */
export function ResultsSlide({ before, branch, page }: ResultsSlideProps) {
  const t = useTranslations('meeting')
  const pages = resultPages(before.tasks)
  const here = pages[page] ?? { done: [], open: [] }
  const month = shortMonth(before.month)
  const done = before.tasks.filter(({ status }) => status === 'done').length
  return (
    <SlideFrame
      over={branch}
      title={
        pages.length > 1
          ? t('resultPage', { month, page: page + 1, pages: pages.length })
          : t('resultOf', { month })
      }
    >
      {before.tasks.length === 0 ? <p className={middle}>{t('nothingBefore')}</p> : null}
      <div className="grid gap-[2vw] md:grid-cols-2">
        <Tasks count={done} isDone name={t('done')} tasks={here.done} />
        <Tasks count={before.tasks.length - done} name={t('notDone')} tasks={here.open} />
      </div>
    </SlideFrame>
  )
}

interface TasksProps {
  name: string
  /** Of all pages. */
  count: number
  tasks: MonthBefore['tasks']
  isDone?: boolean
}

function Tasks({ name, count, tasks, isDone = false }: TasksProps) {
  const t = useTranslations('meeting')
  if (count === 0) return null
  const Icon = isDone ? CircleCheck : CircleDashed
  return (
    <section>
      <h3 className={`${middle} mb-[1vh] flex items-center gap-2 font-semibold`}>
        <Icon
          aria-hidden="true"
          className={isDone ? 'size-[1em] text-done' : 'size-[1em] text-reason'}
        />
        <span className="num">{count}</span> {name}
      </h3>
      <ul className={`${small} grid gap-[1.25vh]`}>
        {tasks.map(({ id, title, result }) => (
          <li className="wrap-anywhere" key={id}>
            {title || t('task.untitled')}
            {result ? <span className="block text-ink-2">{result}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
