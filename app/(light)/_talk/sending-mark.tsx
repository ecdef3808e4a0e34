'use client'
import { useTranslations } from 'next-intl'
import type { Sending } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { Icon } from '../_parts/icon.tsx'

/** How it stands with one's own words: waiting, being sent, or not taken, with the reason and what can be done. */
export function SendingMark({ sending }: { sending: Sending | null }) {
  const t = useTranslations('light.live.sending')
  const { store } = useAdvice()
  if (!sending) return null
  if (sending.state !== 'failed') {
    return (
      <span className="inline-flex items-center gap-1 font-medium text-reason text-sm">
        <Icon name="clock" size="sm" />
        {t(sending.state)}
      </span>
    )
  }
  return (
    <span className="block text-sm">
      <span className="flex items-start gap-1 font-medium text-block">
        <Icon className="mt-0.5" name="block" size="sm" />
        <span>
          {t('failed')} {sending.message}
        </span>
      </span>
      <button
        className="min-h-11 pr-4 font-medium text-accent"
        onClick={() => store.retry(sending.actId)}
        type="button"
      >
        {t('again')}
      </button>
      <button
        className="min-h-11 pr-4 font-medium text-ink-2"
        onClick={() => store.discard(sending.actId)}
        type="button"
      >
        {t('giveUp')}
      </button>
    </span>
  )
}
