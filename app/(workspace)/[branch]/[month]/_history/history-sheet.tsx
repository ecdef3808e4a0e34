'use client'
import { History } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonLook } from '#app/_ui/button.tsx'
import { classNames } from '#app/_ui/class-names.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import type { HistoryView, PastPlan } from '#domain/history/history-view.ts'
import { placeName } from '../_board/place.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { GroupFilter } from './group-filter.tsx'
import { type HistoryPlace, historyAddress } from './history-address.ts'
import { HistoryDays } from './history-days.tsx'
import { PastSheet } from './past-sheet.tsx'
import { useFreshHistory } from './use-fresh-history.ts'

interface HistorySheetProps {
  history: HistoryView
  /** The plan as it was; null when nothing is asked for, or there is no such moment. */
  past: PastPlan | null
  place: HistoryPlace
  /** The instant at which the page was made, in milliseconds. */
  now: number
}

/** Who changed what and when, and beside it the plan as it was at the moment that somebody chose. */
export function HistorySheet({ history, past, place, now }: HistorySheetProps) {
  const isAsked = place.at !== null
  useFreshHistory()
  return (
    <main
      className={classNames(
        'mx-auto grid w-full max-w-340 flex-1 gap-x-6 px-3 lg:min-h-0 lg:px-6',
        isAsked ? 'lg:grid-cols-[minmax(22rem,28rem)_minmax(0,1fr)]' : 'lg:max-w-220',
      )}
      data-fits
      id="content"
    >
      <div
        className={classNames(
          'relative pb-10 lg:min-h-0 lg:overflow-y-auto',
          isAsked && 'max-lg:hidden',
        )}
      >
        <ListHead groupId={place.groupId} />
        {history.entries.length === 0 ? <NothingYet /> : null}
        <HistoryDays entries={history.entries} now={now} place={place} />
        <Pages history={history} place={place} />
      </div>
      {isAsked ? <PastSheet past={past} place={place} /> : null}
    </main>
  )
}

function ListHead({ groupId }: { groupId: string | null }) {
  const t = useTranslations('history')
  const { roster } = usePlanSession()
  const group = groupId === null ? '' : placeName(roster, { kind: 'group', id: groupId })
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-2 pt-3 pb-1">
      <p className="text-ink-2">{group ? t('introGroup', { group }) : t('intro')}</p>
      <GroupFilter groupId={groupId} />
    </div>
  )
}

function NothingYet() {
  const t = useTranslations('history.empty')
  return (
    <EmptyState icon={<History />} title={t('title')}>
      {t('text')}
    </EmptyState>
  )
}

function Pages({ history, place }: { history: HistoryView; place: HistoryPlace }) {
  const t = useTranslations('history')
  const { roster, month } = usePlanSession()
  const plan = { branchId: roster.branch.id, month }
  const oldest = history.entries.at(-1)?.last.seq ?? null
  return (
    <nav aria-label={t('list')} className="flex flex-wrap justify-center gap-2 pt-4 empty:hidden">
      {place.before === null ? null : (
        <Link
          className={buttonLook('quiet', 'sm')}
          href={historyAddress(plan, { ...place, before: null, at: null })}
        >
          {t('newest')}
        </Link>
      )}
      {history.hasOlder ? (
        <Link
          className={buttonLook('secondary', 'sm')}
          href={historyAddress(plan, { ...place, before: oldest, at: null })}
        >
          {t('older')}
        </Link>
      ) : null}
    </nav>
  )
}
