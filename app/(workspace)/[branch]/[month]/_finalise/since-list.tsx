import { useTranslations } from 'next-intl'
import type { AttributedChange } from '#domain/record/changer.ts'
import type { RosterChange } from '#domain/record/roster-changes.ts'
import { EntryText } from '../_history/entry-text.tsx'
import { useEntryWords } from '../_history/use-entry-words.ts'
import { useRosterWords } from './use-roster-words.ts'

interface SinceListProps {
  changes: readonly AttributedChange[]
  roster: readonly RosterChange[]
}

/** What became of a content: each change with who made it, and what of the commune's lists is otherwise. */
export function SinceList({ changes, roster }: SinceListProps) {
  const t = useTranslations('record.signOff')
  const { what, details } = useEntryWords()
  const { told } = useRosterWords()
  return (
    <ul className="grid gap-1 pt-0.5 text-ink-2 text-sm">
      {changes.map(({ change, by }) => (
        <li key={JSON.stringify(change)}>
          {by.length > 0 ? <b className="font-semibold text-ink">{by.join(', ')}: </b> : null}
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
  )
}
