import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type ButtonKind, buttonLook } from '#app/_ui/button.tsx'
import { formatMonth } from '#app/_words/format-month.ts'
import { mayWrite, type PlanRight } from '#domain/wire.ts'
import { type PlanState, StateChip } from './state-chip.tsx'

/** One month of one branch: where it stands, and the way in that this person has. */
export interface MonthLineProps {
  branchId: string
  month: string
  state: PlanState
  right: PlanRight
  /** `primary` for the one right next step of the page. */
  kind: ButtonKind
}

export function MonthLine({ branchId, month, state, right, kind }: MonthLineProps) {
  const t = useTranslations('shell.home')
  const language = useLocale()
  const named = { month: formatMonth(month, language, 'inside') }
  const isShut = state === 'notOpened' && !mayWrite(right)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t py-3">
      <span className="w-36 font-semibold">{formatMonth(month, language)}</span>
      <StateChip state={state} />
      <span className="ml-auto max-sm:ml-0 max-sm:basis-full">
        {isShut ? (
          <span className="text-ink-2 text-sm">{t('notYet', named)}</span>
        ) : (
          <Link className={`${buttonLook(kind)} max-sm:w-full`} href={`/${branchId}/${month}`}>
            {t(wayIn(state, right), named)}
          </Link>
        )}
      </span>
    </li>
  )
}

function wayIn(state: PlanState, right: PlanRight): 'start' | 'open' | 'see' {
  if (state === 'finalised' || !mayWrite(right)) return 'see'
  return state === 'notOpened' ? 'start' : 'open'
}
