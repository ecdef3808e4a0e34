import { useTranslations } from 'next-intl'
import { formatDay } from '#app/_words/format-day.ts'
import { dayAt } from '#domain/days.ts'
import type { ToldEntry } from '#domain/history/history-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { EntryLine } from './entry-line.tsx'
import { type HistoryPlace, historyAddress } from './history-address.ts'

interface HistoryDaysProps {
  entries: readonly ToldEntry[]
  place: HistoryPlace
  /** The instant at which the page was made, in milliseconds. */
  now: number
}

const dayMs = 86_400_000

/** Changes under the day on which they happened, as Vietnam counts days. */
export function HistoryDays({ entries, place, now }: HistoryDaysProps) {
  const t = useTranslations('history')
  const { roster, month } = usePlanSession()
  const days = byDay(entries)
  const named = new Map([
    [dayAt(now), t('today')],
    [dayAt(now - dayMs), t('yesterday')],
  ])
  return [...days].map(([day, changes]) => (
    <section aria-label={named.get(day) ?? formatDay(day)} key={day}>
      <h2 className="sticky top-0 z-10 bg-canvas px-2 py-1.5 font-semibold text-ink-2 text-sm">
        {named.get(day) ? `${named.get(day)}, ${formatDay(day)}` : formatDay(day)}
      </h2>
      <ol>
        {changes.map((entry) => (
          <EntryLine
            entry={entry}
            href={historyAddress(
              { branchId: roster.branch.id, month },
              { ...place, at: entry.last.seq },
            )}
            isShown={place.at === entry.last.seq}
            key={keyOf(entry)}
          />
        ))}
      </ol>
    </section>
  ))
}

function byDay(entries: readonly ToldEntry[]): Map<string, ToldEntry[]> {
  const days = new Map<string, ToldEntry[]>()
  for (const entry of entries) {
    const day = dayAt(entry.last.at)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return days
}

function keyOf({ first, last, change }: ToldEntry): string {
  return `${first.seq} ${last.seq} ${JSON.stringify(change)}`
}
