import { useTranslations } from 'next-intl'
import type { PlanChange } from '#domain/history/plan-change.ts'
import { EntryText } from '../_history/entry-text.tsx'
import { useEntryWords } from '../_history/use-entry-words.ts'

/** What became of the content since somebody agreed to it, to be opened and read. */
export function SinceSignOff({ changes }: { changes: readonly PlanChange[] }) {
  const t = useTranslations('record.signOff')
  const { what, details } = useEntryWords()
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
      </ul>
    </details>
  )
}
