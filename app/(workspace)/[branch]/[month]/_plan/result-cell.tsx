import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import { editTaskText } from '#domain/commands/edit-task-text.ts'
import { planLimits } from '#domain/plan-limits.ts'
import type { TaskView } from '#domain/plan-view.ts'
import { TaskReports } from '../_comments/task-reports.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { cellLook } from './cell-look.ts'
import { HeldCell } from './held-cell.tsx'
import { SharedTextField } from './shared-text-field.tsx'
import { taskText } from './task-text.ts'

/** What came of a task, in a few words. */
export function ResultCell({ task, number }: { task: TaskView; number: number }) {
  const t = useTranslations('plan')
  const { doc, canEdit, setOpen } = usePlanSession()
  const place = `task:${task.id}:result`
  if (!canEdit) {
    return (
      <>
        <p className="px-2 text-sm [overflow-wrap:anywhere]">
          {task.result || <span className="text-ink-3">{t('task.noResult')}</span>}
        </p>
        <TaskReports number={number} task={task} />
      </>
    )
  }
  return (
    <HeldCell place={place}>
      <SharedTextField
        className={classNames(cellLook, 'block text-sm pointer-coarse:pt-3')}
        label={`${t('table.result')}, ${t('task.name', { number })}`}
        maxLength={planLimits.result}
        onBlur={() => setOpen(null)}
        onEdit={(text) => editTaskText(doc, { taskId: task.id, key: 'result', text })}
        onFocus={() => setOpen(place)}
        placeholder={t('task.noResult')}
        read={() => taskText(doc, task.id, 'result')}
        value={task.result}
      />
      <TaskReports number={number} task={task} />
    </HeldCell>
  )
}
