import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import { editTaskText } from '#domain/commands/edit-task-text.ts'
import { planLimits } from '#domain/plan-limits.ts'
import type { TaskView } from '#domain/plan-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { CarriedMark } from './carried-mark.tsx'
import { cellLook } from './cell-look.ts'
import { FieldCell } from './field-cell.tsx'
import { HeldCell } from './held-cell.tsx'
import { SharedTextField } from './shared-text-field.tsx'
import { taskText } from './task-text.ts'

interface TitleCellProps {
  task: TaskView
  number: number
  onEnter: () => void
}

/** What is to be done, its field of work, and how often it was carried over. */
export function TitleCell({ task, number, onEnter }: TitleCellProps) {
  const t = useTranslations('plan')
  const { doc, canEdit, setOpen } = usePlanSession()
  const place = `task:${task.id}:title`
  return (
    <div className="min-w-0">
      {canEdit ? (
        <div className="flex items-start gap-1">
          <HeldCell className="flex-1" place={place}>
            <SharedTextField
              className={classNames(cellLook, 'block font-medium')}
              id={titleFieldId(task.id)}
              label={`${t('table.content')}, ${t('task.name', { number })}`}
              maxLength={planLimits.title}
              onBlur={() => setOpen(null)}
              onEdit={(text) => editTaskText(doc, { taskId: task.id, key: 'title', text })}
              onEnter={onEnter}
              onFocus={() => setOpen(place)}
              placeholder={t('task.titlePlaceholder')}
              read={() => taskText(doc, task.id, 'title')}
              value={task.title}
            />
          </HeldCell>
          {task.field ? null : <FieldCell number={number} task={task} />}
        </div>
      ) : (
        <p className="px-2 font-medium leading-tight [overflow-wrap:anywhere]">
          {task.title || <span className="text-ink-3">{t('task.untitled')}</span>}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 px-2 text-sm">
        {task.field ? <FieldCell number={number} task={task} /> : null}
        {task.carriedFrom ? <CarriedMark from={task.carriedFrom} task={task} /> : null}
      </div>
    </div>
  )
}

/** So that adding a task can put the caret into it. */
export function titleFieldId(taskId: string): string {
  return `task-title-${taskId}`
}
