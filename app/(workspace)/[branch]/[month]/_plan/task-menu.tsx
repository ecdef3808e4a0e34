import { ArrowDown, ArrowUp, EllipsisVertical, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#app/_ui/menu.tsx'
import { showToast } from '#app/_ui/toast.tsx'
import { moveTask } from '#domain/commands/move-task.ts'
import { removeTask } from '#domain/commands/remove-task.ts'
import { restoreTask } from '#domain/commands/restore-task.ts'
import type { TaskView } from '#domain/plan-view.ts'
import { readPlan } from '#domain/read-plan.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

interface TaskMenuProps {
  task: TaskView
  number: number
  isLast: boolean
}

/** Moving a task up or down, and taking it out; a removed one can always be brought back. */
export function TaskMenu({ task, number, isLast }: TaskMenuProps) {
  const t = useTranslations('plan.task')
  const { doc } = usePlanSession()
  /** Asked when it is pressed, so that no row has to know its neighbours. */
  const move = (by: -1 | 1) => {
    const { tasks } = readPlan(doc)
    const index = tasks.findIndex((each) => each.id === task.id)
    const after = by < 0 ? index - 2 : index + 1
    if (index === -1 || after >= tasks.length) return
    moveTask(doc, { taskId: task.id, afterId: tasks[after]?.id ?? null })
  }
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
        disabled={number === 1}
        icon={<ArrowUp aria-hidden="true" />}
        onClick={() => move(-1)}
      >
        {t('moveUp')}
      </MenuItem>
      <MenuItem disabled={isLast} icon={<ArrowDown aria-hidden="true" />} onClick={() => move(1)}>
        {t('moveDown')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 aria-hidden="true" />} onClick={remove} tone="block">
        {t('remove')}
      </MenuItem>
    </Menu>
  )
}
