import { OctagonMinus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Popover } from '#app/_ui/popover.tsx'
import type { TaskView } from '#domain/plan-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { cellLook } from './cell-look.ts'
import { HeldCell } from './held-cell.tsx'
import { PeoplePicker } from './people-picker.tsx'

/** Who does a task and who helps, by full name; a task without a doer says so. */
export function PeopleCell({ task, number }: { task: TaskView; number: number }) {
  const t = useTranslations('plan')
  const { canEdit, setOpen } = usePlanSession()
  if (!canEdit) {
    return (
      <div className="px-2">
        <PeopleWords task={task} />
      </div>
    )
  }
  const place = `task:${task.id}:people`
  return (
    <HeldCell place={place}>
      <Popover
        label={t('people.title', { number })}
        onOpenChange={(isOpen) => setOpen(isOpen ? place : null)}
        title={t('people.title', { number })}
        trigger={
          <button className={cellLook} type="button">
            <span className="sr-only">{t('people.title', { number })}: </span>
            <PeopleWords task={task} />
          </button>
        }
      >
        <PeoplePicker task={task} />
      </Popover>
    </HeldCell>
  )
}

function PeopleWords({ task }: { task: TaskView }) {
  const t = useTranslations('plan.task')
  const { roster } = usePlanSession()
  const namesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => roster.members.find((member) => member.id === id)?.name ?? []).join(', ')
  const doers = namesOf(task.doers)
  const coDoers = namesOf(task.coDoers)
  return (
    <>
      {doers ? (
        <span className="block">{doers}</span>
      ) : (
        <span className="flex items-center gap-1.25 font-medium text-block">
          <OctagonMinus aria-hidden="true" className="shrink-0" size={15} strokeWidth={1.75} />
          {t('noDoer')}
        </span>
      )}
      {coDoers ? (
        <span className="block text-ink-3 text-sm">{t('with', { names: coDoers })}</span>
      ) : null}
    </>
  )
}
