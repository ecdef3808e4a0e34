import { useLocale, useTranslations } from 'next-intl'
import { formatHamlet } from '#app/_words/format-hamlet.ts'
import type { PlanChange, TaskFieldChange } from '#domain/history/plan-change.ts'
import type { Target } from '#domain/plan-view.ts'
import { placeName } from '../_board/place.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useFieldSides } from './use-field-sides.ts'

/** Says what somebody did, without who: "chuyển An từ Nhóm 3 sang Nhóm 7", and below it what changed inside. */
export function useEntryWords() {
  const { roster } = usePlanSession()
  const t = useTranslations('history')
  const fields = useTranslations('words.workField')
  const locale = useLocale()
  const fieldWords = useFieldWords()

  function place(target: Target): string {
    const name = placeName(roster, target)
    if (target.kind === 'group') return name || t('unknownPlace')
    const hamlet = name
      ? formatHamlet(name, roster.branch.name, locale, 'inside')
      : t('unknownPlace')
    return t('byField', { hamlet, field: fields(target.field) })
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
  return { what, details, place }
}

function useFieldWords(): (change: TaskFieldChange) => string {
  const t = useTranslations('history')
  const sides = useFieldSides()
  return (change) => {
    const { name: field, from, to } = sides(change)
    if (change.field === 'doers' || change.field === 'coDoers') {
      const said = [
        to === '' ? '' : t('people.came', { names: to }),
        from === '' ? '' : t('people.left', { names: from }),
      ]
      return t('set', { field, to: said.filter((part) => part !== '').join(', ') })
    }
    if (to === '') return t('cleared', { field, from })
    return from === '' ? t('set', { field, to }) : t('fromTo', { field, from, to })
  }
}
