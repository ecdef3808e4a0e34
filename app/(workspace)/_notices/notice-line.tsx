import { AtSign, ClipboardList, MessageSquare, PenLine } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import { formatDay, formatTime } from '#app/_words/format-day.ts'
import { formatMonth } from '#app/_words/format-month.ts'
import type { NoticeView } from '#domain/advice/notice-view.ts'
import { noticesStore } from './notices-store.ts'

const icons = { mention: AtSign, assigned: ClipboardList, digest: MessageSquare, signOff: PenLine }

/** One notice: what, where, when; it leads there and is read then. */
export function NoticeLine({ notice, onLeave }: { notice: NoticeView; onLeave: () => void }) {
  const t = useTranslations('advice.notices')
  const language = useLocale()
  const Icon = icons[notice.kind]
  const at = new Date(notice.at)
  return (
    <Link
      className={classNames(
        'grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 rounded-md px-2 py-1.5 text-ink no-underline hover:bg-sunken',
        !notice.isRead && 'bg-accent-soft',
      )}
      href={addressOf(notice)}
      onClick={() => {
        onLeave()
        if (!notice.isRead) void noticesStore.markRead([notice.id])
      }}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4.5 text-ink-2" />
      <span className="grid min-w-0">
        <span className={classNames('leading-tight', !notice.isRead && 'font-semibold')}>
          <Title notice={notice} />
          {!notice.isRead && <span className="sr-only">, {t('unread')}</span>}
        </span>
        <Detail notice={notice} />
        <span className="text-ink-3 text-sm">
          {t('where', {
            branch: notice.branchName,
            month: formatMonth(notice.month, language, 'inside'),
          })}
          {' · '}
          <time className="whitespace-nowrap" dateTime={notice.at}>
            {`${formatDay(at).slice(0, 5)} ${formatTime(at)}`}
          </time>
        </span>
      </span>
    </Link>
  )
}

function Title({ notice }: { notice: NoticeView }) {
  const t = useTranslations('advice.notices')
  const name = notice.byName ?? '…'
  if (notice.kind === 'mention') return t('mention', { name })
  if (notice.kind === 'signOff') return t('signOff', { name })
  return notice.kind === 'assigned' ? t('assigned') : t('digest', { count: notice.count })
}

function Detail({ notice }: { notice: NoticeView }) {
  const t = useTranslations('advice.notices')
  const { words, places, taskTitles } = notice
  const groups = places.filter(({ kind }) => kind === 'group').length
  const facts = [
    words ?? '',
    groups > 0 ? t('groups', { count: groups }) : '',
    taskTitles.length > 0 ? t('tasks', { titles: taskTitles.join('; ') }) : '',
  ].filter((fact) => fact !== '')
  if (facts.length === 0) return null
  return (
    <span className="line-clamp-2 text-ink-2 [overflow-wrap:anywhere]">{facts.join(' · ')}</span>
  )
}

function addressOf({ kind, branchId, month, threadId }: NoticeView): string {
  const plan = `/${branchId}/${month}`
  if (kind === 'signOff') return `${plan}/finalise`
  return threadId === null ? plan : `${plan}?thread=${threadId}`
}
