import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { Popover } from '#app/_ui/popover.tsx'
import { setTaskPlace } from '#domain/commands/set-task-place.ts'
import type { TaskPlace, TaskView } from '#domain/plan-view.ts'
import type { RosterView } from '#domain/roster-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { cellLook } from './cell-look.ts'
import { HeldCell } from './held-cell.tsx'
import { placeWords } from './place-words.ts'

/** Where a task is done: some household groups, or a whole hamlet. */
export function PlaceCell({ task, number }: { task: TaskView; number: number }) {
  const t = useTranslations('plan')
  const { roster, canEdit, setOpen } = usePlanSession()
  const words = placeWords(task.place, roster, (hamlet) => t('task.wholeHamlet', { hamlet }))
  if (!canEdit) return <span className="px-2 text-ink-2">{words || '–'}</span>
  const place = `task:${task.id}:place`
  return (
    <HeldCell place={place}>
      <Popover
        label={t('place.title', { number })}
        onOpenChange={(isOpen) => setOpen(isOpen ? place : null)}
        title={t('place.title', { number })}
        trigger={
          <button
            aria-label={`${t('place.title', { number })}: ${words || t('task.noPlace')}`}
            className={cellLook}
            type="button"
          >
            {words ? (
              <span className="text-ink-2">{words}</span>
            ) : (
              <span className="text-ink-3">{t('task.noPlace')}</span>
            )}
          </button>
        }
      >
        <PlacePicker task={task} />
      </Popover>
    </HeldCell>
  )
}

function PlacePicker({ task }: { task: TaskView }) {
  const t = useTranslations('plan.place')
  const { doc, roster } = usePlanSession()
  const choose = (place: TaskPlace | null) => setTaskPlace(doc, { taskId: task.id, place })
  const hamlets = roster.hamlets.length > 0 ? roster.hamlets : roster.communeHamlets
  const chosen = task.place?.kind === 'groups' ? task.place.ids : []
  return (
    <div className="grid gap-2">
      {roster.groups.length > 0 ? (
        <fieldset className="grid grid-cols-2 gap-x-2">
          <legend className="mb-1 text-ink-3 text-sm">{t('groups')}</legend>
          {roster.groups.map((group) => (
            <Checkbox
              checked={chosen.includes(group.id)}
              key={group.id}
              onChange={() => choose(toggledGroups(chosen, group.id, roster))}
            >
              {group.name}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
      <fieldset>
        <legend className="mb-1 text-ink-3 text-sm">{t('hamlets')}</legend>
        {hamlets.map((hamlet) => {
          const isChosen = task.place?.kind === 'hamlet' && task.place.id === hamlet.id
          return (
            <Checkbox
              checked={isChosen}
              key={hamlet.id}
              onChange={() => choose(isChosen ? null : { kind: 'hamlet', id: hamlet.id })}
            >
              {hamlet.name}
            </Checkbox>
          )
        })}
      </fieldset>
      {task.place ? (
        <div>
          <Button kind="quiet" onClick={() => choose(null)} size="sm">
            {t('clear')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** The groups after one was ticked or unticked, in the roster's order. */
function toggledGroups(
  chosen: readonly string[],
  id: string,
  roster: RosterView,
): TaskPlace | null {
  const next = roster.groups
    .map((group) => group.id)
    .filter((each) => (each === id ? !chosen.includes(id) : chosen.includes(each)))
  return next.length > 0 ? { kind: 'groups', ids: next } : null
}
