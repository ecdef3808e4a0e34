import { useTranslations } from 'next-intl'
import { formatDay } from '#app/_words/format-day.ts'
import type { MemberRow } from './member-row.ts'

/** "miễn công tác đến 31/03/2027"; null for someone without a reason that holds. */
export function useReasonWords(): (row: MemberRow) => string | null {
  const t = useTranslations('board.rail')
  const words = useTranslations('words.reason')
  return (row) => {
    if (!row.reason) return null
    const until = row.member.reason?.until
    const reason = words(row.reason)
    return until ? t('reasonUntil', { reason, until: formatDay(until) }) : reason
  }
}
