import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readHistory, readPastPlan } from '#server/data/plan-history.ts'
import { HistorySheet } from '../_history/history-sheet.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('history')
  return { title: t('title') }
}

/**
 * Who changed what, and beside it the plan as it was at one such moment (`at`, a row of the log). `group` shows the
 * changes of one group only, `before` goes back in time.
 */
export default async function HistoryPage(props: PageProps<'/[branch]/[month]/history'>) {
  const { branch, month } = await props.params
  const { group, before, at } = await props.searchParams
  const place = {
    groupId: typeof group === 'string' ? group : null,
    before: rowOf(before),
    at: rowOf(at),
  }
  const [history, past] = await Promise.all([
    readHistory(branch, month, place),
    place.at === null ? null : readPastPlan(branch, month, place.at),
  ])
  return <HistorySheet history={history} now={Date.now()} past={past} place={place} />
}

/** A row's number out of an address; anything else is none. */
function rowOf(given: string | string[] | undefined): number | null {
  const row = typeof given === 'string' && /^\d{1,12}$/.test(given) ? Number(given) : 0
  return row > 0 ? row : null
}
