import { useTranslations } from 'next-intl'
import type { ContentChanges } from '#domain/record/content-changes.ts'
import { EntryText } from '../_history/entry-text.tsx'
import { useEntryWords } from '../_history/use-entry-words.ts'
import { useRosterWords } from './use-roster-words.ts'

/** What became of the content since somebody agreed to it, to be opened and read. */
export function SinceSignOff({ since: { changes, roster } }: { since: ContentChanges }) {
  const t = useTranslations('record.signOff')
  const { what, details } = useEntryWords()
  const { told } = useRosterWords()
  if (changes.length + roster.length === 0) return null
  return (
    <details className="text-sm">
      <summary className="py-0.5 font-medium text-accent">{t('what')}</summary>
      <ul className="grid gap-1 pt-0.5 text-ink-2">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>
            {what(change)}
            {change.kind === 'prose' ? <EntryText change={change} /> : null}
            {details(change).map((detail) => (
              <span className="block text-ink-3" key={detail}>
                {detail}
              </span>
            ))}
          </li>
        ))}
        {roster.length > 0 ? (
          <li>
            {t('roster')}
            <ul className="grid gap-0.5 pl-3">
              {roster.map((change) => (
                <li key={JSON.stringify(change)}>{told(change)}</li>
              ))}
            </ul>
          </li>
        ) : null}
      </ul>
    </details>
  )
}
