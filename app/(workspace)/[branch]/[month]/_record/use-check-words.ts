import { useTranslations } from 'next-intl'
import { formatDay } from '#app/_words/format-day.ts'
import type { Need } from '#domain/needs-attention.ts'
import type { PlanView } from '#domain/plan-view.ts'
import { changedSince } from '#domain/record/changed-since.ts'
import type { Check } from '#domain/record/check.ts'
import type { RosterView } from '#domain/roster-view.ts'
import { memberName } from '../_board/member-row.ts'
import { placeName, placeOf } from '../_board/place.ts'
import { useDesk } from './use-desk.ts'

/** Who or what, and what is wrong there. */
export interface CheckWords {
  who: string
  what: string
  /** More about it, where a number alone says too little. */
  sub?: string
}

/** Words for every check. */
export function useCheckWords(roster: RosterView, plan: PlanView): (check: Check) => CheckWords {
  const t = useTranslations('record.check')
  const { desk } = useDesk()
  const ofNeed = useNeedWords(roster)
  const who = useWhoWords(roster, plan)
  return (check) => {
    const { kind, count, need } = check
    const title = check.at.kind === 'task' ? titleOf(plan, check.at.id) : ''
    const sub = title === '' ? {} : { sub: title }
    if (need) return { who: who(check), what: ofNeed(need), ...sub }
    switch (kind) {
      case 'poorOutsideGroups':
        return { who: t('poorHouseholds', { count }), what: t('poorOutsideGroups') }
      case 'openComments':
        return { who: t('comments', { count }), what: t('openComments') }
      case 'openProposals':
        return { who: t('proposals', { count }), what: t('openProposals') }
      case 'unsentChanges':
        return { who: who(check), what: t('unsentChanges', { count }) }
      case 'signOffsMissing':
        return { who: t('signOffs', { count }), what: t('signOffsMissing') }
      case 'changedSinceLastMonth': {
        const since = desk?.before ? changedSince(roster, plan, desk.before) : null
        const month = String(Number(since?.month.slice(5) ?? 0))
        const groups = since?.groupIds.length ?? 0
        return {
          who: t('since', { month }),
          what: t('changedSinceLastMonth', { groups, tasks: since?.carried ?? 0 }),
        }
      }
      case 'taskWithoutDoer':
      case 'taskWithoutDue':
        return { who: who(check), what: t(kind), ...sub }
      default:
        return { who: who(check), what: '' }
    }
  }
}

function titleOf(plan: PlanView, taskId: string): string {
  return plan.tasks.find(({ id }) => id === taskId)?.title.trim() ?? ''
}

function useWhoWords(roster: RosterView, plan: PlanView): (check: Check) => string {
  const t = useTranslations('record.check')
  const { desk } = useDesk()
  return ({ at }) => {
    if (at.kind === 'group') return placeName(roster, { kind: 'group', id: at.id })
    if (at.kind === 'member') return memberName(roster, at.id)
    if (at.kind === 'person') {
      return desk?.unsent.find(({ personId }) => personId === at.id)?.name ?? ''
    }
    if (at.kind !== 'task') return ''
    const number = plan.tasks.findIndex(({ id }) => id === at.id) + 1
    return t('task', { number: String(number) })
  }
}

function useNeedWords(roster: RosterView): (need: Need) => string {
  const t = useTranslations('record.check')
  const words = useTranslations('words')
  return (need) => {
    switch (need.kind) {
      case 'memberWithoutReason': {
        const { reasonEndedOn } = need
        if (reasonEndedOn === null) return t('memberWithoutReason')
        return t('reasonEnded', { day: formatDay(reasonEndedOn) })
      }
      case 'overLimit':
        return t('overLimit', { groups: need.groups, most: need.most })
      case 'manyPoorOnePerson':
        return t('manyPoorOnePerson', { poor: need.poor })
      case 'assignedDespiteReason':
        return t('assignedDespiteReason', { reason: words(`reason.${need.reason}`) })
      case 'placeGone':
        return t('placeGone', { place: placeName(roster, placeOf(need.target)) })
      case 'carriedOften':
        return t('carriedOften', { times: need.times })
      case 'overdue':
        return t('overdue', { due: formatDay(need.due) })
      default:
        return t(need.kind)
    }
  }
}
