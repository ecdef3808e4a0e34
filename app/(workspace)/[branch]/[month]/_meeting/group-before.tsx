import { CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MonthBefore } from '#domain/record/record-desk.ts'
import { middle, small } from './slide-frame.tsx'

interface GroupBeforeProps {
  before: MonthBefore
  groupId: string
  /** Who looked after the group. */
  people: readonly { id: string; name: string }[]
}

/** One group in the month before: who looked after it, and what became of the tasks that were done there. */
export function GroupBefore({ before, groupId, people }: GroupBeforeProps) {
  const t = useTranslations('meeting')
  const tasks = before.tasks.filter(({ groupIds }) => groupIds.includes(groupId))
  return (
    <>
      <ul className={`${middle} grid gap-[0.75vh]`}>
        {people.length === 0 ? <li>{t('group.nobody')}</li> : null}
        {people.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      {tasks.length > 0 ? (
        <>
          <p className={`${small} mt-[2vh] mb-[0.5vh]`}>{t('group.results')}</p>
          <ul className={`${middle} grid gap-[1vh]`}>
            {tasks.map((task) => (
              <Result key={task.id} task={task} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function Result({ task }: { task: MonthBefore['tasks'][number] }) {
  const t = useTranslations('meeting.task')
  const statuses = useTranslations('words.taskStatus')
  const isDone = task.status === 'done'
  const Icon = isDone ? CircleCheck : CircleDashed
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-[0.6em]">
      <Icon
        aria-hidden="true"
        className={`mt-[0.2em] size-[1em] ${isDone ? 'text-done' : 'text-reason'}`}
      />
      <span className="wrap-anywhere">
        {task.title || t('untitled')}
        <span className={`${small} block`}>
          {statuses(task.status)}
          {task.result ? <span className="whitespace-pre-line">: {task.result}</span> : null}
        </span>
      </span>
    </li>
  )
}
