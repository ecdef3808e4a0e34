import { Circle, CircleCheck, CircleDot, CircleSlash } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { Menu, MenuItem } from '#app/_ui/menu.tsx'
import { setTaskStatus } from '#domain/commands/set-task-status.ts'
import type { TaskView } from '#domain/plan-view.ts'
import { type TaskStatus, taskStatuses } from '#domain/vocabulary.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

const shapes = { todo: Circle, doing: CircleDot, done: CircleCheck, notDone: CircleSlash } as const

const colours: Record<TaskStatus, string> = {
  todo: 'text-ink-2',
  doing: 'text-ink-2',
  done: 'text-done',
  notDone: 'text-ink-2',
}

/** How far a task is: a shape and, on the button, its word; a menu of the four for those who may change it. */
export function StatusCell({ task, number }: { task: TaskView; number: number }) {
  const t = useTranslations('plan')
  const { doc, canEdit } = usePlanSession()
  const Shape = shapes[task.status]
  const word = t(`status.${task.status}`)
  const icon = <Shape aria-hidden="true" className={colours[task.status]} strokeWidth={1.75} />
  if (!canEdit) {
    return (
      <span className="grid size-hit place-items-center [&_svg]:size-4.5" title={word}>
        {icon}
        <span className="sr-only">{word}</span>
      </span>
    )
  }
  return (
    <Menu trigger={<IconButton icon={icon} label={t('task.statusOf', { status: word, number })} />}>
      {taskStatuses.map((status) => {
        const Each = shapes[status]
        return (
          <MenuItem
            icon={<Each aria-hidden="true" className={colours[status]} strokeWidth={1.75} />}
            key={status}
            onClick={() => setTaskStatus(doc, { taskId: task.id, status })}
          >
            {t(`status.${status}`)}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
