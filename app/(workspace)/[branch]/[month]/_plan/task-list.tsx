import { ClipboardList, Plus, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { addTask } from '#domain/commands/add-task.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'
import { RemovedTasks } from './removed-tasks.tsx'
import { rowColumns } from './task-columns.ts'
import { TaskRow } from './task-row.tsx'
import { titleFieldId } from './title-cell.tsx'
import { useSteadyTasks } from './use-steady-tasks.ts'
import { useTaskNews } from './use-task-news.ts'

/** The month's tasks as data: printed, counted and carried over without anybody reading prose. */
export function TaskList() {
  const t = useTranslations('plan')
  const { doc, canEdit } = usePlanSession()
  const view = usePlanView()
  const tasks = useSteadyTasks(view.tasks)
  const { removedTasks } = view
  const watch = useTaskNews()
  const carried = tasks.filter((task) => task.carriedFrom).length
  const add = useCallback(
    (afterId?: string) => {
      const id = crypto.randomUUID()
      addTask(doc, { id, title: '', ...(afterId === undefined ? {} : { afterId }) })
      requestAnimationFrame(() => document.getElementById(titleFieldId(id))?.focus())
    },
    [doc],
  )
  return (
    <section
      aria-label={t('tasks')}
      className="plan-part"
      onBlur={watch.onBlur}
      onFocus={watch.onFocus}
    >
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-3">
        <h2 className="font-semibold text-lg">
          {t('tasks')}{' '}
          <span className="font-normal text-ink-3">{t('taskCount', { count: tasks.length })}</span>
        </h2>
        <div className="flex items-center gap-3">
          {carried > 0 ? (
            <span className="inline-flex items-center gap-1.5 text-ink-2 text-sm">
              <RotateCw aria-hidden="true" size={15} strokeWidth={1.75} />
              {t('carriedCount', { count: carried })}
            </span>
          ) : null}
          {canEdit ? (
            <Button icon={<Plus aria-hidden="true" />} onClick={() => add()} size="sm">
              {t('table.add')}
            </Button>
          ) : null}
        </div>
      </div>
      <div className="max-sm:mt-1.5 rounded-lg border border-line bg-raised">
        {tasks.length === 0 ? (
          <EmptyState icon={<ClipboardList />} title={t('table.empty')}>
            {canEdit ? t('table.emptyHint') : null}
          </EmptyState>
        ) : (
          <>
            <TaskHeads />
            <ol aria-label={t('table.label')}>
              {tasks.map((task, index) => (
                <TaskRow
                  isLast={index === tasks.length - 1}
                  key={task.id}
                  number={index + 1}
                  onAddAfter={add}
                  task={task}
                />
              ))}
            </ol>
          </>
        )}
      </div>
      {removedTasks.length > 0 ? <RemovedTasks tasks={removedTasks} /> : null}
    </section>
  )
}

function TaskHeads() {
  const t = useTranslations('plan.table')
  const look = 'px-2 py-1.75'
  return (
    <div
      aria-hidden="true"
      className={`${rowColumns} rounded-t-lg border-line border-b bg-surface px-2 font-medium text-ink-3 text-sm max-lg:hidden`}
    >
      <span className="py-1.75 text-right">{t('number')}</span>
      <span />
      <span className={look}>{t('content')}</span>
      <span className={look}>{t('place')}</span>
      <span className={look}>{t('people')}</span>
      <span className={`${look} text-right`}>{t('due')}</span>
      <span className={look}>{t('result')}</span>
      <span />
    </div>
  )
}
