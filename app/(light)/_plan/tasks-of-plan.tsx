import { useTranslations } from 'next-intl'
import type { PlanView } from '#domain/plan-view.ts'
import { RowList } from '../_parts/row-list.tsx'
import { Section } from '../_parts/section.tsx'
import { TaskRow } from '../_parts/task-row.tsx'
import type { PlaceNames } from '../_talk/place-names.ts'

/** The month's tasks in the plan's order. */
export interface TasksOfPlanProps {
  view: PlanView
  names: PlaceNames
  /** The plan's address. */
  base: string
}

export function TasksOfPlan({ view, names, base }: TasksOfPlanProps) {
  const t = useTranslations('light.plan')
  return (
    <Section count={view.tasks.length} title={t('tasks')}>
      {view.tasks.length === 0 ? (
        <p className="text-ink-2 text-base">{t('noTasks')}</p>
      ) : (
        <RowList>
          {view.tasks.map((task) => (
            <TaskRow
              href={`${base}/tasks/${task.id}`}
              key={task.id}
              names={names.members}
              task={task}
            />
          ))}
        </RowList>
      )}
    </Section>
  )
}
