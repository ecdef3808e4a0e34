import { Tag } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { Menu, MenuItem } from '#app/_ui/menu.tsx'
import { setTaskField } from '#domain/commands/set-task-field.ts'
import type { TaskView } from '#domain/plan-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** The field of work of a task, from the commune's list: its name, or a small tag while none is chosen. */
export function FieldCell({ task, number }: { task: TaskView; number: number }) {
  const t = useTranslations('plan')
  const locale = useLocale()
  const { doc, roster, canEdit } = usePlanSession()
  const nameOf = (code: string) => {
    const field = roster.fields.find((each) => each.code === code)
    if (!field) return code
    return locale === 'en' ? field.nameEn : field.nameVi
  }
  if (!canEdit) return task.field ? <span className="text-ink-3">{nameOf(task.field)}</span> : null
  return (
    <Menu
      trigger={
        task.field ? (
          <button
            aria-label={`${t('field.label', { number })}: ${nameOf(task.field)}`}
            className="-mx-1 min-h-6 rounded-sm px-1 text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:min-h-11"
            type="button"
          >
            {nameOf(task.field)}
          </button>
        ) : (
          <IconButton
            icon={<Tag aria-hidden="true" className="text-ink-3" strokeWidth={1.75} />}
            label={`${t('field.label', { number })}: ${t('task.noField')}`}
          />
        )
      }
    >
      {roster.fields.map((field) => (
        <MenuItem
          key={field.code}
          onClick={() => setTaskField(doc, { taskId: task.id, field: field.code })}
        >
          {nameOf(field.code)}
        </MenuItem>
      ))}
      {task.field ? (
        <MenuItem onClick={() => setTaskField(doc, { taskId: task.id, field: null })}>
          {t('place.clear')}
        </MenuItem>
      ) : null}
    </Menu>
  )
}
