import { Clock, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Sending } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { Button } from '#app/_ui/button.tsx'

/** How it stands with words that are not on the server yet: waiting, or refused with what can be done. */
export function SendingLine({ sending }: { sending: Sending | null }) {
  const t = useTranslations('advice.sending')
  const { store } = useAdvice()
  if (!sending || sending.state === 'sent') return null
  if (sending.state !== 'failed') {
    return (
      <p className="flex items-center gap-1.5 text-ink-3 text-sm">
        <Clock aria-hidden="true" className="size-3.75" />
        {t('waiting')}
      </p>
    )
  }
  return (
    <div className="grid gap-1 text-sm" role="status">
      <p className="flex items-start gap-1.5 text-block">
        <TriangleAlert aria-hidden="true" className="mt-0.75 size-3.75 shrink-0" />
        <span>{t('failed', { why: sending.message ?? '' })}</span>
      </p>
      <div className="flex gap-1.5">
        <Button onClick={() => store.retry(sending.actId)} size="sm">
          {t('retry')}
        </Button>
        <Button kind="quiet" onClick={() => store.discard(sending.actId)} size="sm">
          {t('discard')}
        </Button>
      </div>
    </div>
  )
}
