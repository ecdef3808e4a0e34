'use client'
import { Bell } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Popover } from '#app/_ui/popover.tsx'
import { NoticeList } from './notice-list.tsx'
import { noNotices, noticesStore } from './notices-store.ts'

/** The person's notices: a bell with how many are new, and the list under it. */
export function NoticesBell() {
  const t = useTranslations('advice.notices')
  const [isOpen, setOpen] = useState(false)
  const { notices, isStale } = useSyncExternalStore(
    noticesStore.subscribe,
    noticesStore.read,
    () => noNotices,
  )
  useEffect(() => noticesStore.follow(), [])
  const unread = notices.filter(({ isRead }) => !isRead).length
  return (
    <Popover
      align="end"
      label={t('title')}
      onOpenChange={(next) => {
        setOpen(next)
        if (next) void noticesStore.refresh()
      }}
      open={isOpen}
      title={t('title')}
      trigger={
        <button
          aria-label={t('button', { count: unread })}
          className="relative inline-grid size-hit shrink-0 place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink"
          type="button"
        >
          <Bell aria-hidden="true" className="size-5" />
          {unread > 0 && (
            <span className="num absolute top-0 right-0 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 font-semibold text-[11px] text-on-accent leading-tight">
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </button>
      }
    >
      <NoticeList isStale={isStale} notices={notices} onLeave={() => setOpen(false)} />
    </Popover>
  )
}
