'use client'
import { Inbox } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { buttonLook } from '#app/_ui/button.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { useRereadPage } from '#app/_ui/use-reread-page.ts'
import { formatMonth } from '#app/_words/format-month.ts'
import { type LateDesk, waitingItems } from '#domain/late/late-view.ts'
import { shiftMonth } from '#domain/months.ts'
import { mayWrite } from '#domain/wire.ts'
import { HeaderActions } from '../_header/header-actions.tsx'
import { UndoButtons } from '../_header/undo-buttons.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { lateAddress } from './late-address.ts'
import { LateEditCard } from './late-edit-card.tsx'

/** What came too late, by author: each thing before and after, and what was decided about it. */
export function LateSheet({ desk, now }: { desk: LateDesk; now: number }) {
  const t = useTranslations('late')
  const language = useLocale()
  useFreshLate()
  const { canEdit } = usePlanSession()
  const waiting = waitingItems(desk.edits)
  const month = formatMonth(desk.month, language, 'inside')
  return (
    <main className="mx-auto w-full max-w-220 flex-1 px-4 pt-4 pb-12 lg:px-6" id="content">
      {desk.canSettle && canEdit ? (
        <HeaderActions>
          <UndoButtons />
        </HeaderActions>
      ) : null}
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-balance font-semibold text-xl">{t('heading', { month })}</h2>
        {desk.edits.length === 0 ? null : (
          <p className={waiting > 0 ? 'font-medium text-reason' : 'text-done'}>
            {waiting > 0 ? t('waiting', { count: waiting }) : t('allDone')}
          </p>
        )}
      </div>
      <p className="mt-1 max-w-170 text-pretty text-ink-2">
        {t(desk.canSettle ? 'intro' : 'introOwn', { month })}
      </p>
      {desk.edits.length === 0 ? (
        <EmptyState icon={<Inbox />} title={t('none.title')}>
          {t('none.text')}
        </EmptyState>
      ) : (
        <>
          <WhereTo desk={desk} waiting={waiting} />
          {desk.edits.map((edit) => (
            <LateEditCard
              canSettle={desk.canSettle}
              edit={edit}
              key={edit.id}
              now={now}
              of={desk.month}
            />
          ))}
          {desk.more.waiting > 0 ? (
            <p className="mt-5 text-ink-2">{t('moreWaiting', { count: desk.more.waiting })}</p>
          ) : null}
          {desk.more.settled > 0 ? (
            <p className="mt-5 text-ink-2">{t('moreSettled', { count: desk.more.settled })}</p>
          ) : null}
        </>
      )}
    </main>
  )
}

/** Which plan takes things up here, and the way to the one that can when this one cannot. */
function WhereTo({ desk, waiting }: { desk: LateDesk; waiting: number }) {
  const t = useTranslations('late')
  const language = useLocale()
  const { roster, month, status, right } = usePlanSession()
  const inside = (of: string) => formatMonth(of, language, 'inside')
  if (!desk.canSettle) return null
  if (month !== desk.month) {
    return (
      <p className="mt-3 flex flex-wrap items-center gap-x-3">
        <strong className="font-semibold">{t('into', { month: inside(month) })}</strong>
        <Link
          className="text-accent-ink hover:underline"
          href={lateAddress(roster.branch.id, desk.month, desk.month)}
        >
          {t('back', { month: inside(desk.month) })}
        </Link>
      </p>
    )
  }
  if (status !== 'finalised' || waiting === 0 || !mayWrite(right)) return null
  const next = shiftMonth(month, 1)
  return (
    <Notice
      className="mt-4"
      level="note"
      title={t('elsewhere.title', { month: formatMonth(month, language) })}
    >
      <p>{t('elsewhere.text', { month: inside(month), next: inside(next) })}</p>
      <p className="mt-2">
        <Link
          className={buttonLook('primary')}
          href={lateAddress(roster.branch.id, next, desk.month)}
        >
          {t('elsewhere.go', { next: inside(next) })}
        </Link>
      </p>
    </Notice>
  )
}

/** Reads the page again when somebody decided, or more came. */
function useFreshLate(): void {
  const { onRecord } = usePlanSession()
  const reread = useRereadPage()
  useEffect(() => onRecord(reread), [onRecord, reread])
}
