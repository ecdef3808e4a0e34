import { useTranslations } from 'next-intl'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'

/** One quiet line for people who look on: what they may do, and nothing else about it. */
export function ReadOnlyBanner() {
  const t = useTranslations('board.readOnly')
  const { readOnlyBecause, right } = usePlanSession()
  // That a month is final, and by whom, stands over every page of it.
  if (readOnlyBecause === null || readOnlyBecause === 'notOpened') return null
  if (readOnlyBecause === 'finalised') return null
  const why =
    readOnlyBecause === 'right' ? (right === 'comment' ? 'comment' : 'view') : readOnlyBecause
  return (
    <p className="flex items-center gap-2 border-b border-line bg-note-soft px-4 py-1.5 text-sm text-ink-2">
      <NoticeIcon level="note" size="sm" />
      {t(why)}
    </p>
  )
}
