import { useTranslations } from 'next-intl'
import { formatDayShort } from '#app/_words/format-day.ts'
import type { TaskView } from '#domain/plan-view.ts'
import { placeWords } from '../_plan/place-words.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'

/** The tasks as they were then, in their order; whether they are others today. */
export function PastTasks({ tasks }: { tasks: readonly TaskView[] }) {
  const t = useTranslations('history.then')
  const now = usePlanView()
  return (
    <section aria-label={t('tasks')}>
      <h2 className="mb-1.5 font-semibold text-lg">{t('tasks')}</h2>
      {tasks.length === 0 ? <p className="text-ink-3">{t('noTasks')}</p> : null}
      <ol className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {tasks.map((task, index) => (
          <PastTask
            key={task.id}
            now={now.tasks.find(({ id }) => id === task.id) ?? null}
            number={index + 1}
            task={task}
          />
        ))}
      </ol>
    </section>
  )
}

function PastTask(props: { task: TaskView; number: number; now: TaskView | null }) {
  const { task, number, now } = props
  const t = useTranslations('history')
  const statuses = useTranslations('words.taskStatus')
  const { roster } = usePlanSession()
  const people = [...task.doers, ...task.coDoers].map(
    (id) => roster.members.find((member) => member.id === id)?.name ?? t('unknownMember'),
  )
  const facts = [
    placeWords(task.place, roster, (hamlet) => t('wholeHamlet', { hamlet })),
    people.join(', '),
    task.due ? t('then.due', { day: formatDayShort(task.due) }) : '',
    statuses(task.status),
  ].filter((fact) => fact !== '')
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-1 px-2.5 py-2">
      <span className="num text-ink-3">{number}</span>
      <div className="wrap-anywhere min-w-0">
        <p lang="vi">{task.title || t('untitled')}</p>
        <p className="text-ink-2 text-sm">{facts.join(' · ')}</p>
        {task.result ? (
          <p className="text-ink-2 text-sm" lang="vi">
            {t('then.result', { result: task.result })}
          </p>
        ) : null}
        <p className="text-ink-3 text-sm empty:hidden">{comparedWords(task, now, t)}</p>
      </div>
    </li>
  )
}

function comparedWords(
  task: TaskView,
  now: TaskView | null,
  t: ReturnType<typeof useTranslations<'history'>>,
): string | null {
  if (now === null) return t('then.goneNow')
  return JSON.stringify(now) === JSON.stringify(task) ? null : t('then.changed')
}
