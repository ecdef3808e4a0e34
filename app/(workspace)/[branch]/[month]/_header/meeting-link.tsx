import { Presentation } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** To the projector; a phone has no use for it. */
export function MeetingLink({ branchId, month }: { branchId: string; month: string }) {
  const t = useTranslations('meeting')
  return (
    <Link
      aria-label={t('open')}
      className="inline-grid w-hit place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink max-sm:hidden"
      href={`/${branchId}/${month}/meeting`}
      title={t('open')}
    >
      <Presentation aria-hidden="true" className="size-4.5" />
    </Link>
  )
}
