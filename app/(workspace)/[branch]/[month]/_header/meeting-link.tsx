import { Presentation } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { MenuLink, MenuSeparator } from '#app/_ui/menu.tsx'

interface MeetingLinkProps {
  branchId: string
  month: string
}

/** To the projector. Where the header has no room for its word, the word is the link's title; a phone has it in the menu. */
export function MeetingLink({ branchId, month }: MeetingLinkProps) {
  const t = useTranslations('meeting')
  return (
    <Link
      aria-label={t('open')}
      className="inline-flex min-h-hit items-center justify-center gap-1.75 self-center whitespace-nowrap rounded-md px-3 font-medium text-base text-ink-2 no-underline hover:bg-sunken hover:text-ink max-sm:hidden [&_svg]:size-4.5"
      href={meetingAddress(branchId, month)}
      title={t('open')}
    >
      <Presentation aria-hidden="true" />
      <span className="max-xl:hidden">{t('openShort')}</span>
    </Link>
  )
}

/** The same in a menu, on a phone only. */
export function MeetingMenuLink({ branchId, month }: MeetingLinkProps) {
  const t = useTranslations('meeting')
  return (
    <div className="sm:hidden">
      <MenuLink href={meetingAddress(branchId, month)} icon={<Presentation aria-hidden="true" />}>
        {t('open')}
      </MenuLink>
      <MenuSeparator />
    </div>
  )
}

function meetingAddress(branchId: string, month: string): string {
  return `/${branchId}/${month}/meeting`
}
