import { useFormatter, useTranslations } from 'next-intl'
import { formatDay, formatTime } from '#app/_words/format-day.ts'

const dayMs = 86_400_000

/** When somebody last wrote: so long ago while it is fresh, else the day. */
export function LastEdit({ at, asOf, now }: { at: string | null; asOf: string; now: number }) {
  const t = useTranslations('commune')
  const format = useFormatter()
  if (at === null) return <span className="text-ink-3">–</span>
  const when = new Date(at)
  const counted = new Date(asOf)
  const isFresh = now - when.getTime() < dayMs
  return (
    <time
      dateTime={at}
      title={t('countedAt', { time: formatTime(counted), day: formatDay(counted) })}
    >
      {isFresh ? format.relativeTime(when, now) : formatDay(when).slice(0, 5)}
    </time>
  )
}
