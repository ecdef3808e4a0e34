'use client'
import { useTranslations } from 'next-intl'
import { Notice } from '#app/_ui/notice.tsx'
import { formatTime } from '#app/_words/format-day.ts'

/** Why somebody is not in, for the sentence. */
export interface Refused {
  code: string
  minutes?: number | null
  until?: number | null
}

/** The refusal in words: what is wrong, and what helps. */
export function RefusalNotice({ code, minutes, until }: Refused) {
  const t = useTranslations('auth.refused')
  if (code === 'tooManyAttempts') {
    const title = until ? t(code, { time: formatTime(until) }) : t('tooManyAttemptsUnknown')
    return (
      <Notice level="reason" live title={title}>
        {minutes ? t('tooManyAttemptsHint', { minutes }) : null}
      </Notice>
    )
  }
  if (code === 'noAnswer' || code === 'serverBusy')
    return <Notice level="reason" live title={t(code)} />
  if (code === 'badInput') return <Notice level="block" live title={t(code)} />
  return (
    <Notice level="block" live title={t('wrongPassword')}>
      {t('wrongPasswordHint')}
    </Notice>
  )
}
