import { useTranslations } from 'next-intl'
import { formatDay } from '#app/_words/format-day.ts'
import type { Need } from '#domain/needs-attention.ts'
import { useBoard } from './board-view-context.ts'
import { nameOf } from './member-row.ts'
import { placeName, placeOf } from './place.ts'

/** Who or what, and what is wrong there. */
export interface NeedWords {
  who: string
  what: string
}

/** Words for everything that needs attention. */
export function useNeedWords(): (need: Need) => NeedWords {
  const t = useTranslations('board.need')
  const words = useTranslations('words')
  const { roster, rows, plan } = useBoard()
  const group = (id: string) => placeName(roster, { kind: 'group', id })
  const member = (id: string) => {
    const row = rows.get(id)
    return row ? nameOf(row) : ''
  }
  const task = (id: string) => plan.tasks.find((each) => each.id === id)?.title ?? ''
  return (need) => {
    switch (need.kind) {
      case 'groupWithoutAnyone':
        return { who: group(need.groupId), what: t('groupWithoutAnyone') }
      case 'memberWithoutReason':
        return { who: member(need.memberId), what: withoutReason(need.reasonEndedOn) }
      case 'overLimit':
        return {
          who: member(need.memberId),
          what: t('overLimit', { groups: need.groups, most: need.most }),
        }
      case 'manyPoorOnePerson':
        return { who: group(need.groupId), what: t('manyPoorOnePerson', { poor: need.poor }) }
      case 'assignedDespiteReason':
        return {
          who: member(need.memberId),
          what: t('assignedDespiteReason', { reason: words(`reason.${need.reason}`) }),
        }
      case 'fieldWithoutHamlet':
        return { who: member(need.memberId), what: t('fieldWithoutHamlet') }
      case 'placeGone':
        return {
          who: member(need.memberId),
          what: t('placeGone', { place: placeName(roster, placeOf(need.target)) }),
        }
      case 'carriedOften':
        return { who: task(need.taskId), what: t('carriedOften', { times: need.times }) }
      case 'overdue':
        return { who: task(need.taskId), what: t('overdue', { due: formatDay(need.due) }) }
    }
  }

  function withoutReason(endedOn: string | null): string {
    return endedOn ? t('reasonEnded', { day: formatDay(endedOn) }) : t('memberWithoutReason')
  }
}
