import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { showToast } from '#app/_ui/toast.tsx'
import { restoreTask } from '#domain/commands/restore-task.ts'
import type { TaskView } from '#domain/plan-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** What was taken out of the plan: nothing is lost, and whatever a colleague wrote into it meanwhile is here. */
export function RemovedTasks({ tasks }: { tasks: readonly TaskView[] }) {
  const t = useTranslations('plan')
  const { doc, canEdit } = usePlanSession()
  const nameOf = (task: TaskView) => task.title || t('task.untitled')
  const restore = (task: TaskView) => {
    restoreTask(doc, { taskId: task.id })
    showToast({ text: t('task.restored', { title: nameOf(task) }) })
  }
  return (
    <details className="group mt-2">
      <summary className="inline-flex min-h-hit list-none items-center gap-1.5 rounded-md px-2 text-ink-2 text-sm hover:bg-sunken">
        <ChevronRight
          aria-hidden="true"
          className="transition-transform group-open:rotate-90"
          size={16}
        />
        {t('removedTasks.title', { count: tasks.length })}
      </summary>
      <ul className="mt-1 rounded-lg border border-line bg-surface">
        {tasks.map((task) => (
          <li
            className="flex min-h-hit items-center justify-between gap-3 border-line border-b px-3 py-1 text-ink-2 last:border-b-0"
            key={task.id}
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">{nameOf(task)}</span>
            {canEdit ? (
              <Button kind="quiet" onClick={() => restore(task)} size="sm">
                {t('removedTasks.restore')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
