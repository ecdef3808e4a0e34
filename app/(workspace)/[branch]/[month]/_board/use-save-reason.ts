import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { showToast } from '#app/_ui/toast.tsx'
import { formatDay } from '#app/_words/format-day.ts'
import { errorText } from '#domain/error-texts.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { saveReason } from './actions.ts'
import { type MemberRow, nameOf } from './member-row.ts'

type Reason = MemberRow['member']['reason']

/** Saves or ends a member's reason, reads the roster again and says what was done. True when it was taken. */
export function useSaveReason() {
  const t = useTranslations('board.reason')
  const words = useTranslations('words.reason')
  const language = useLocale()
  const { reloadRoster } = usePlanSession()
  return useCallback(
    async (row: MemberRow, reason: Reason): Promise<boolean> => {
      const answer = await saveReason(row.member.id, reason).catch(() => null)
      if (!answer?.ok) {
        const text = answer ? errorText(answer.code, language) : t('unreachable')
        showToast({ id: 'reason', tone: 'block', text })
        return false
      }
      await reloadRoster()
      const until = reason?.until ? formatDay(reason.until) : null
      showToast({ id: 'reason', text: sentence(nameOf(row), reason, until) })
      return true

      function sentence(name: string, given: Reason, day: string | null): string {
        if (!given) return t('ended', { name })
        const kind = words(given.kind)
        return day
          ? t('savedUntil', { name, reason: kind, until: day })
          : t('saved', { name, reason: kind })
      }
    },
    [t, words, language, reloadRoster],
  )
}
