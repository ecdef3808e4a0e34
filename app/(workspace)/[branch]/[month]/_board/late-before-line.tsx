import { Inbox } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { formatMonth } from '#app/_words/format-month.ts'
import { lateAddress } from '../_late/late-address.ts'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** To whoever settles them: how many late edits of the month before wait, and the way to take them up into this one. */
export function LateBeforeLine() {
  const t = useTranslations('late')
  const language = useLocale()
  const { roster, month } = usePlanSession()
  const before = useDesk().desk?.lateBefore ?? null
  if (before === null) return null
  return (
    <p className="flex items-center gap-2 border-line border-b bg-note-soft px-4 text-ink-2 text-sm">
      <Inbox aria-hidden="true" className="size-4 shrink-0" />
      <span className="min-w-0 py-1.5">
        {t('fromBefore', {
          month: formatMonth(before.month, language, 'inside'),
          count: before.count,
        })}
      </span>
      <Link
        className="ml-auto inline-flex min-h-hit-sm shrink-0 items-center font-medium text-accent-ink underline underline-offset-3"
        href={lateAddress(roster.branch.id, month, before.month)}
      >
        {t('seeBefore')}
      </Link>
    </p>
  )
}
