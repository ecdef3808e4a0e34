import { useTranslations } from 'next-intl'
import type { Target } from '#domain/plan-view.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { Change } from './changes-between.ts'
import { usePlanSession } from './plan-session.tsx'

/** Says a change in one line, and a place by its name, with the roster of this plan. */
export function useChangeWords() {
  const { roster } = usePlanSession()
  const t = useTranslations('saving')
  const fields = useTranslations('words.workField')

  function place(target: Target): string {
    if (target.kind === 'group') {
      return nameOf(roster.groups, target.id) ?? t('change.unknownPlace')
    }
    const hamlet = nameOf(roster.communeHamlets, target.id) ?? t('change.unknownPlace')
    return t('change.byField', { hamlet, field: fields(target.field) })
  }
  function member(memberId: string): string {
    return nameOf(roster.members, memberId) ?? t('change.unknownMember')
  }
  function moveWords(change: Extract<Change, { kind: 'place' }>): string {
    const values = {
      member: member(change.memberId),
      from: change.from.map(place).join(', '),
      to: change.to.map(place).join(', '),
    }
    if (change.to.length === 0) return t('change.freed', values)
    return change.from.length === 0 ? t('change.placed', values) : t('change.moved', values)
  }
  function taskWords({ how, title, result }: Extract<Change, { kind: 'task' }>): string {
    const shown = { title: title.trim() || t('change.untitled') }
    const said = {
      added: () => t('change.taskAdded', shown),
      edited: () => t('change.taskEdited', shown),
      removed: () => t('change.taskRemoved', shown),
      restored: () => t('change.taskRestored', shown),
    }[how]()
    return result ? `${said}. ${t('change.taskResult', { result })}` : said
  }
  function words(change: Change): string {
    if (change.kind === 'place') return moveWords(change)
    if (change.kind === 'task') return taskWords(change)
    const values = { part: t(`part.${change.part}`), text: change.text }
    return change.how === 'written' ? t('change.written', values) : t('change.erased', values)
  }
  return { words, place, member }
}

function nameOf(
  rows: RosterView['groups'] | RosterView['members'] | RosterView['communeHamlets'],
  id: string,
): string | undefined {
  return rows.find((row) => row.id === id)?.name
}
