import { Laptop, Smartphone } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { formatDay, formatTime } from '#app/_words/format-day.ts'

/** One sign-in of one's own, as the list shows it. Times are ISO. */
export interface ListedSession {
  id: string
  device: string
  beganAt: string
  seenAt: string
  isThis: boolean
}

/** Where one is signed in, this device first. */
export async function SessionList({ sessions }: { sessions: readonly ListedSession[] }) {
  const t = await getTranslations('auth.account')
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {sessions.map((session) => {
        const Shape = /iPhone|iPad|Android/.test(session.device) ? Smartphone : Laptop
        const began = new Date(session.beganAt)
        const seen = new Date(session.seenAt)
        const day = formatDay(began)
        const time = formatTime(seen)
        const lastUse =
          day === formatDay(seen)
            ? t('seenSameDay', { time })
            : t('seenAt', { day: formatDay(seen), time })
        return (
          <li className="flex items-start gap-3 px-4 py-3" key={session.id}>
            <Shape aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-ink-2" />
            <div className="min-w-0">
              <p className="font-medium leading-tight">
                {session.device || t('unknownDevice')}
                {session.isThis && (
                  <span className="ml-2 whitespace-nowrap rounded-full bg-accent-soft px-2 py-0.5 font-semibold text-accent-ink text-sm">
                    {t('thisDevice')}
                  </span>
                )}
              </p>
              <p className="text-ink-2 text-sm">
                {t('beganAt', { day, time: formatTime(began) })}
                {!session.isThis && `, ${lastUse}`}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
