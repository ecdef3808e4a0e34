import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import { showToast } from '#app/_ui/toast.tsx'
import { setTaskDue } from '#domain/commands/set-task-due.ts'
import { formatDayIn, parseDay } from '#domain/days.ts'
import type { TaskView } from '#domain/plan-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { cellLook } from './cell-look.ts'
import { HeldCell } from './held-cell.tsx'

interface DueCellProps {
  task: TaskView
  number: number
}

/** The day a task is due: typed as people write it, "20/12", and kept as a calendar day. */
export function DueCell({ task, number }: DueCellProps) {
  const t = useTranslations('plan')
  const { doc, month, canEdit, setOpen } = usePlanSession()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = task.due ? formatDayIn(task.due, month) : ''
  if (!canEdit) {
    return (
      <span className="num block px-2 text-right">
        {shown || <span className="text-ink-3">–</span>}
      </span>
    )
  }
  const place = `task:${task.id}:due`
  const settle = () => {
    setOpen(null)
    if (typed === null) return
    const day = typed.trim() === '' ? null : parseDay(typed, month)
    if (typed.trim() !== '' && day === null) {
      showToast({ text: t('due.bad'), tone: 'block', id: 'due' })
      return
    }
    setTyped(null)
    if (day !== task.due) setTaskDue(doc, { taskId: task.id, due: day })
  }
  return (
    <HeldCell place={place}>
      <input
        aria-invalid={typed !== null && typed.trim() !== '' && parseDay(typed, month) === null}
        aria-label={t('due.label', { number })}
        autoComplete="off"
        className={classNames(cellLook, 'num text-right')}
        inputMode="numeric"
        onBlur={settle}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={() => setOpen(place)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setTyped(null)
        }}
        placeholder={t('task.noDue')}
        value={typed ?? shown}
      />
    </HeldCell>
  )
}
