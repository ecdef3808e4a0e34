import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import type { NoticeView } from '#domain/advice/notice-view.ts'
import { NoticeLine } from './notice-line.tsx'
import { noticesStore } from './notices-store.ts'

interface NoticeListProps {
  notices: readonly NoticeView[]
  isStale: boolean
  onLeave: () => void
}

/** The notices, the unread first; going to one reads it. */
export function NoticeList({ notices, isStale, onLeave }: NoticeListProps) {
  const t = useTranslations('advice.notices')
  const unread = notices.filter(({ isRead }) => !isRead).map(({ id }) => id)
  return (
    <div className="grid w-80 max-w-full gap-1.5">
      {isStale && <p className="text-ink-2 text-sm">{t('failed')}</p>}
      {notices.length === 0 && !isStale && <p className="py-2 text-ink-2">{t('none')}</p>}
      <ul className="-mx-2 grid max-h-96 gap-0.5 overflow-y-auto">
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeLine notice={notice} onLeave={onLeave} />
          </li>
        ))}
      </ul>
      {unread.length > 0 && (
        <div>
          <Button onClick={() => void noticesStore.markRead(unread)} size="sm">
            {t('readAll')}
          </Button>
        </div>
      )}
    </div>
  )
}
