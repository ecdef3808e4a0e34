import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '#app/_words/format-day.ts'
import type { PlanChange, TaskFieldChange } from '#domain/history/plan-change.ts'
import type { Target, TaskPlace } from '#domain/plan-view.ts'
import { placeName } from '../_board/place.ts'
import { placeWords } from '../_plan/place-words.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** Says what somebody did, without who: "chuyển An từ Nhóm 3 sang Nhóm 7", and below it what changed inside. */
export function useEntryWords() {
  const { roster } = usePlanSession()
  const t = useTranslations('history')
  const fields = useTranslations('words.workField')
  const fieldWords = useFieldWords()

  function place(target: Target): string {
    const name = placeName(roster, target) || t('unknownPlace')
    if (target.kind === 'group') return name
    return t('byField', { hamlet: name, field: fields(target.field) })
  }
  function moveWords(change: Extract<PlanChange, { kind: 'places' }>): string {
    const member =
      roster.members.find(({ id }) => id === change.memberId)?.name ?? t('unknownMember')
    const from = change.from.map(place).join(', ')
    const to = change.to.map(place).join(', ')
    if (change.to.length === 0) return t('freed', { member, from })
    return change.from.length === 0 ? t('placed', { member, to }) : t('moved', { member, from, to })
  }
  function what(change: PlanChange): string {
    switch (change.kind) {
      case 'begun':
        return change.places + change.tasks === 0 ? t('begunEmpty') : t('begun', change)
      case 'places':
        return moveWords(change)
      case 'task':
        return t(`task.${change.how}`, { title: change.title.trim() || t('untitled') })
      case 'prose':
        return t(`prose.${change.how}`, { part: t(`part.${change.part}`) })
    }
  }
  function details(change: PlanChange): string[] {
    if (change.kind !== 'task' || change.how === 'removed') return []
    // What a new task is called stands in its line already.
    const isNew = change.how === 'added'
    return change.fields.filter(({ field }) => !(isNew && field === 'title')).map(fieldWords)
  }
  return { what, details }
}

function useFieldWords(): (change: TaskFieldChange) => string {
  const { roster } = usePlanSession()
  const t = useTranslations('history')
  const statuses = useTranslations('words.taskStatus')
  const locale = useLocale()

  const fromTo = (field: TaskFieldChange['field'], from: string, to: string) => {
    const name = t(`field.${field}`)
    if (to === '') return t('cleared', { field: name, from })
    return from === '' ? t('set', { field: name, to }) : t('fromTo', { field: name, from, to })
  }
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
    switch (change.field) {
      case 'doers':
      case 'coDoers': {
        const said = [
          change.to.length > 0 ? t('people.came', { names: people(change.to) }) : '',
          change.from.length > 0 ? t('people.left', { names: people(change.from) }) : '',
        ]
        const to = said.filter((part) => part !== '').join(', ')
        return t('set', { field: t(`field.${change.field}`), to })
      }
      case 'status':
        return fromTo('status', statuses(change.from), statuses(change.to))
      case 'place':
        return fromTo('place', place(change.from), place(change.to))
      case 'due':
        return fromTo('due', formatDay(change.from ?? ''), formatDay(change.to ?? ''))
      case 'field':
        return fromTo('field', field(change.from), field(change.to))
      default:
        return fromTo(change.field, change.from, change.to)
    }
  }
}
