import { useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { formatMonth } from '#app/_words/format-month.ts'
import { type LateStanding, lateStanding } from '#domain/late/late-standing.ts'
import type { LateItemView, LateVerdict } from '#domain/late/late-view.ts'
import { whenWords } from '../_comments/when-words.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'
import { LateBody } from './late-body.tsx'
import { LateVerbs } from './late-verbs.tsx'
import { useLateWords } from './use-late-words.ts'

interface LateItemRowProps {
  lateEditId: string
  item: LateItemView
  /** The month that it was too late for. */
  of: string
  canSettle: boolean
  /** Why it stayed when all were taken up together. */
  refusal: string | null
  now: number
}

/** One thing that came too late: before and after, how it stands to the plan that is open here, and its verdict. */
export function LateItemRow(props: LateItemRowProps) {
  const { lateEditId, item, of, canSettle, refusal, now } = props
  const { roster, month, canEdit } = usePlanSession()
  const view = usePlanView()
  const words = useLateWords()
  const row = useRef<HTMLLIElement>(null)
  const standing = lateStanding(item.change, { view, roster, month, lateMonth: of })
  const { verdict } = item
  const isHere = canEdit && canSettle
  return (
    <li
      className={classNames(
        'rounded-lg border px-4 py-3 outline-offset-2',
        verdict === null ? 'border-line-strong bg-raised' : 'border-line bg-surface',
      )}
      data-late-item={verdict?.verdict ?? 'waiting'}
      ref={row}
      tabIndex={-1}
    >
      <h3 className="wrap-anywhere font-semibold leading-tight">{words(item.change)}</h3>
      <LateBody change={item.change} />
      {isHere && verdict === null ? <StandingLine standing={standing} /> : null}
      {refusal !== null && verdict === null ? <RefusalLine why={refusal} /> : null}
      {verdict === null ? (
        <WaitingLine isMine={!canSettle} />
      ) : (
        <VerdictLine now={now} verdict={verdict} />
      )}
      {verdict?.verdict === 'takenUp' &&
      verdict.month === month &&
      isHere &&
      standing.kind === 'fits' ? (
        <LostLine />
      ) : null}
      {canSettle ? (
        <LateVerbs
          item={item}
          lateEditId={lateEditId}
          of={of}
          onSettled={() => row.current?.focus({ preventScroll: true })}
          standing={standing}
        />
      ) : null}
    </li>
  )
}

function useMonthHere(): string {
  const { month } = usePlanSession()
  return formatMonth(month, useLocale(), 'inside')
}

function StandingLine({ standing }: { standing: LateStanding }) {
  const t = useTranslations('late.standing')
  const month = useMonthHere()
  if (standing.kind === 'fits' || standing.kind === 'nothing') return null
  const said = standing.kind === 'gone' ? standing.what : standing.kind
  const level = { done: 'done', byHand: 'note', gone: 'reason' } as const
  return (
    <p className="mt-2 flex items-start gap-1.5 text-ink-2 text-sm">
      <NoticeIcon className="mt-0.5" level={level[standing.kind]} size="sm" />
      {t(said, { month })}
    </p>
  )
}

function LostLine() {
  const t = useTranslations('late.standing')
  return <WarningLine text={t('lost', { month: useMonthHere() })} />
}

function RefusalLine({ why }: { why: string }) {
  const t = useTranslations('late')
  return <WarningLine text={t('notTaken', { why })} />
}

function WarningLine({ text }: { text: string }) {
  return (
    <p className="mt-1 flex items-start gap-1.5 font-medium text-reason text-sm">
      <NoticeIcon className="mt-0.5" level="reason" size="sm" />
      {text}
    </p>
  )
}

function WaitingLine({ isMine }: { isMine: boolean }) {
  const t = useTranslations('late.verdict')
  return isMine ? <p className="mt-2 text-ink-2 text-sm">{t('waiting')}</p> : null
}

function VerdictLine({ verdict, now }: { verdict: LateVerdict; now: number }) {
  const t = useTranslations('late.verdict')
  const language = useLocale()
  const { by: name, reason } = verdict
  const when = whenWords(verdict.at, now)
  const said =
    verdict.verdict === 'takenUp'
      ? t('takenUp', { name, when, month: formatMonth(verdict.month ?? '', language, 'inside') })
      : reason === null || reason === ''
        ? t('seen', { name, when })
        : t('dismissed', { name, when, reason })
  return (
    <p className="wrap-anywhere mt-2 flex items-start gap-1.5 text-ink-2 text-sm">
      <NoticeIcon
        className="mt-0.5"
        level={verdict.verdict === 'takenUp' ? 'done' : 'note'}
        size="sm"
      />
      {said}
    </p>
  )
}
