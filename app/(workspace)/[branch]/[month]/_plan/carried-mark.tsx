import { CircleCheck, RotateCw, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { classNames } from '#app/_ui/class-names.ts'
import { showToast } from '#app/_ui/toast.tsx'
import { monthNumber } from '#app/_words/format-month.ts'
import { removeTask } from '#domain/commands/remove-task.ts'
import { restoreTask } from '#domain/commands/restore-task.ts'
import { doneSince } from '#domain/done-since.ts'
import type { CarriedFrom, TaskView } from '#domain/plan-view.ts'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** How often a task was carried over; and when the month it comes from calls it done by now, that, with a way out. */
export function CarriedMark({ task, from }: { task: TaskView; from: CarriedFrom }) {
  const { desk } = useDesk()
  const done = doneSince([task], desk?.before ?? null).get(task.id)
  return (
    <>
      <Times times={from.times} />
      {done ? <DoneSince month={done.month} task={task} /> : null}
    </>
  )
}

/** From the third time on a triangle stands before it: such a task wants a decision. */
function Times({ times }: { times: number }) {
  const t = useTranslations('plan.task')
  const isOften = times >= 3
  const Icon = isOften ? TriangleAlert : RotateCw
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 whitespace-nowrap',
        isOften ? 'font-medium text-reason' : 'text-ink-3',
      )}
    >
      <Icon aria-hidden="true" size={14} strokeWidth={1.75} />
      {t('carried', { times })}
    </span>
  )
}

function DoneSince({ month, task }: { month: string; task: TaskView }) {
  const t = useTranslations('plan.task')
  const { doc, canEdit } = usePlanSession()
  const title = task.title || t('untitled')
  const remove = () => {
    removeTask(doc, { taskId: task.id })
    showToast({
      text: t('removed', { title }),
      action: { label: t('undo'), run: () => restoreTask(doc, { taskId: task.id }) },
    })
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2" data-done-since={task.id}>
      <span className="inline-flex items-center gap-1 font-medium text-done">
        <CircleCheck aria-hidden="true" size={15} strokeWidth={1.75} />
        {t('doneSince', { month: monthNumber(month) })}
      </span>
      {canEdit ? (
        <Button aria-label={t('removeDoneOf', { title })} onClick={remove} size="sm">
          {t('removeDone')}
        </Button>
      ) : null}
    </span>
  )
}
