import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '#app/_words/format-day.ts'
import type { TaskFieldChange } from '#domain/history/plan-change.ts'
import type { TaskPlace } from '#domain/plan-view.ts'
import { placeWords } from '../_plan/place-words.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** What a part of a task is called, and both values in words; empty for none. Of people, who left and who came. */
export interface FieldSides {
  name: string
  from: string
  to: string
}

export function useFieldSides(): (change: TaskFieldChange) => FieldSides {
  const { roster } = usePlanSession()
  const t = useTranslations('history')
  const statuses = useTranslations('words.taskStatus')
  const locale = useLocale()

  const people = (ids: readonly string[]) =>
    ids
      .map((id) => roster.members.find((member) => member.id === id)?.name ?? t('unknownMember'))
      .join(', ')
  const place = (where: TaskPlace | null) =>
    placeWords(where, roster, (hamlet) => t('wholeHamlet', { hamlet }))
  const field = (code: string | null) => {
    const known = roster.fields.find((each) => each.code === code)
    return (locale === 'en' ? known?.nameEn : known?.nameVi) ?? ''
  }

  return (change) => {
    const name = t(`field.${change.field}`)
    switch (change.field) {
      case 'doers':
      case 'coDoers':
        return { name, from: people(change.from), to: people(change.to) }
      case 'status':
        return { name, from: statuses(change.from), to: statuses(change.to) }
      case 'place':
        return { name, from: place(change.from), to: place(change.to) }
      case 'due':
        return { name, from: formatDay(change.from ?? ''), to: formatDay(change.to ?? '') }
      case 'field':
        return { name, from: field(change.from), to: field(change.to) }
      default:
        return { name, from: change.from, to: change.to }
    }
  }
}
