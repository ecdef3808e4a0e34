import { useLocale, useTranslations } from 'next-intl'
import { formatMonth } from '#app/_words/format-month.ts'
import type { NoticeView } from '#domain/advice/notice-view.ts'
import { Row } from '../_parts/row-list.tsx'
import { whenOf } from '../_parts/when-of.ts'

/** Unread notices as rows: who called for this person, what is newly theirs, how much was said. */
export function NoticeRow({ notice }: { notice: NoticeView }) {
  const t = useTranslations('light.notices')
  const language = useLocale()
  const { kind, branchId, branchName, month, threadId, byName, words, count } = notice
  const plan = `/my/${branchId}/${month}`
  const small = `${branchName}, ${formatMonth(month, language, 'inside')}, ${whenOf(notice.at)}`
  if (kind === 'mention') {
    return (
      <Row
        href={threadId ? `${plan}/threads/${threadId}` : plan}
        icon="at"
        ink="note"
        small={small}
        title={t('mention', { name: byName ?? '' })}
      >
        {words && `“${words}”`}
      </Row>
    )
  }
  if (kind === 'signOff') {
    return (
      <Row
        href={`/${branchId}/${month}/finalise`}
        icon="flag"
        ink="note"
        small={small}
        title={t('signOff', { name: byName ?? '' })}
      />
    )
  }
  if (kind === 'assigned') {
    const places = notice.places.length
    return (
      <Row href={`/my?month=${month}`} icon="person" ink="note" small={small} title={t('assigned')}>
        {places > 0 && t('places', { count: places })}
        {places > 0 && notice.taskTitles.length > 0 && '; '}
        {notice.taskTitles.join('; ')}
      </Row>
    )
  }
  return (
    <Row
      href={`/my/advice?month=${month}`}
      icon="talk"
      small={small}
      title={t('digest', { count })}
    />
  )
}
