import { ArrowDown, ArrowUp, EllipsisVertical, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#app/_ui/menu.tsx'
import { showToast } from '#app/_ui/toast.tsx'
import { moveTask } from '#domain/commands/move-task.ts'
import { removeTask } from '#domain/commands/remove-task.ts'
import { restoreTask } from '#domain/commands/restore-task.ts'
import type { TaskView } from '#domain/plan-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

interface TaskMenuProps {
  task: TaskView
  number: number
  tasks: readonly TaskView[]
}

/** Moving a task up or down, and taking it out; a removed one can always be brought back. */
export function TaskMenu({ task, number, tasks }: TaskMenuProps) {
  const t = useTranslations('plan.task')
  const { doc } = usePlanSession()
  const index = tasks.indexOf(task)
  const remove = () => {
    removeTask(doc, { taskId: task.id })
    showToast({
      text: t('removed', { title: task.title || t('untitled') }),
      action: { label: t('undo'), run: () => restoreTask(doc, { taskId: task.id }) },
    })
  }
  return (
    <Menu
      align="end"
      trigger={
        <IconButton icon={<EllipsisVertical aria-hidden="true" />} label={t('more', { number })} />
      }
    >
      <MenuItem
        disabled={index <= 0}
        icon={<ArrowUp aria-hidden="true" />}
        onClick={() => moveTask(doc, { taskId: task.id, afterId: tasks[index - 2]?.id ?? null })}
      >
        {t('moveUp')}
      </MenuItem>
      <MenuItem
        disabled={index === tasks.length - 1}
        icon={<ArrowDown aria-hidden="true" />}
        onClick={() => moveTask(doc, { taskId: task.id, afterId: tasks[index + 1]?.id ?? null })}
      >
        {t('moveDown')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 aria-hidden="true" />} onClick={remove} tone="block">
        {t('remove')}
      </MenuItem>
    </Menu>
  )
}
