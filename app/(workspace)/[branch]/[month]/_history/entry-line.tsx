import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import { formatTime } from '#app/_words/format-day.ts'
import type { ToldEntry } from '#domain/history/history-view.ts'
import { EntryText } from './entry-text.tsx'
import { useEntryWords } from './use-entry-words.ts'

interface EntryLineProps {
  entry: ToldEntry
  /** The way to the plan as it was right after this change. */
  href: string
  isShown: boolean
}

/** One change: when, who, what, and the way to the plan as it was then. */
export function EntryLine({ entry, href, isShown }: EntryLineProps) {
  const t = useTranslations('history')
  const { what, details } = useEntryWords()
  const { change, last, by, proposedBy } = entry
  const time = formatTime(last.at)
  const said = what(change)
  return (
    <li
      className={classNames(
        'grid grid-cols-[3.25rem_minmax(0,1fr)_auto] items-baseline gap-x-2 rounded-md px-2 py-1.5',
        isShown ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <time className="num text-ink-3 text-sm" dateTime={new Date(last.at).toISOString()}>
        {time}
      </time>
      <div className="wrap-anywhere min-w-0">
        <p>
          <strong className="font-semibold">{by ?? t('somebody')}</strong> {said}
          {proposedBy && (
            <span className="text-ink-2"> ({t('proposed', { name: proposedBy })})</span>
          )}
        </p>
        {change.kind === 'prose' && <EntryText change={change} />}
        {details(change).map((detail) => (
          <p className="text-ink-2 text-sm" key={detail}>
            {detail}
          </p>
        ))}
      </div>
      <Link
        aria-current={isShown ? 'true' : undefined}
        aria-label={t('seeThenOf', { time, what: said })}
        className="inline-flex min-h-hit-sm items-center whitespace-nowrap rounded-sm px-1 text-accent-ink text-sm hover:underline"
        href={href}
        scroll={false}
      >
        {t('seeThen')}
      </Link>
    </li>
  )
}
