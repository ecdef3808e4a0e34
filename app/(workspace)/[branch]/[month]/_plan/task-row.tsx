import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { TaskView } from '#domain/plan-view.ts'
import { TalkCount } from '../_comments/talk-count.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { DueCell } from './due-cell.tsx'
import { PeopleCell } from './people-cell.tsx'
import { PlaceCell } from './place-cell.tsx'
import { ResultCell } from './result-cell.tsx'
import { StatusCell } from './status-cell.tsx'
import { rowColumns } from './task-columns.ts'
import { TaskMenu } from './task-menu.tsx'
import { TitleCell } from './title-cell.tsx'

interface TaskRowProps {
  task: TaskView
  number: number
  isLast: boolean
  onAddAfter: (taskId: string) => void
}

/** One task: a row on a laptop, a small card on a phone; the same cells in both. */
export const TaskRow = memo(function TaskRow({ task, number, isLast, onAddAfter }: TaskRowProps) {
  const t = useTranslations('plan.task')
  const { canEdit } = usePlanSession()
  return (
    <li
      className={`${rowColumns} border-line border-b px-2 py-1.5 last:border-b-0 lg:min-h-12 lg:py-0.5`}
      id={`task-${task.id}`}
    >
      <span className="num col-start-1 row-start-1 self-center text-right text-ink-3 max-lg:self-start max-lg:pt-2">
        {number}
      </span>
      <div className="col-start-2 row-start-1 lg:self-center">
        <StatusCell number={number} task={task} />
      </div>
      <div className="col-start-3 row-start-1 self-center">
        <TitleCell number={number} onEnter={() => onAddAfter(task.id)} task={task} />
      </div>
      {/* On a phone: people beside the day, place beside a result that is not there yet. */}
      <div className="col-span-2 col-start-3 grid grid-cols-[minmax(0,1fr)_6.5rem] items-center gap-x-1 lg:contents">
        <div className="self-center max-lg:order-3">
          <PlaceCell number={number} task={task} />
        </div>
        <div className="self-center max-lg:order-1">
          <PeopleCell number={number} task={task} />
        </div>
        <div className="self-center max-lg:order-2">
          <DueCell number={number} task={task} />
        </div>
        <div className="self-center max-lg:order-4 max-lg:col-span-2 max-lg:has-placeholder-shown:col-span-1 max-lg:has-placeholder-shown:[&_*]:text-right">
          <ResultCell number={number} task={task} />
        </div>
      </div>
      <div className="flex items-center justify-end self-center max-lg:col-start-4 max-lg:row-start-1 max-lg:self-start">
        <TalkCount
          className={canEdit ? 'max-lg:data-none:hidden' : ''}
          name={t('name', { number })}
          place={{ kind: 'task', id: task.id }}
        />
        {canEdit ? <TaskMenu isLast={isLast} number={number} task={task} /> : null}
      </div>
    </li>
  )
})
