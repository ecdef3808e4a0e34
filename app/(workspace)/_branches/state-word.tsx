import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { shortMonth } from '#app/_words/format-month.ts'
import { mayWrite } from '#domain/wire.ts'
import type { BranchSummary } from './branch-panel.tsx'
import type { PlanState } from './state-chip.tsx'
import { stateIcons, stateInks } from './state-look.ts'

/** A month's state in a line of a table; leads to the month when there is something to see. */
export interface StateWordProps {
  branch: BranchSummary
  month: string
  state: PlanState
}

export function StateWord({ branch, month, state }: StateWordProps) {
  const t = useTranslations('words.planStatus')
  const Icon = stateIcons[state]
  const look = `inline-flex min-h-hit-sm items-center gap-1.5 ${stateInks[state]}`
  const words = (
    <>
      {/* Beside each state where the table has no head. */}
      <span className="text-ink-3 sm:sr-only">{shortMonth(month)}</span>
      <Icon aria-hidden="true" className="size-3.75 shrink-0" />
      {t(state)}
    </>
  )
  if (state === 'notOpened' && !mayWrite(branch.right)) return <span className={look}>{words}</span>
  return (
    <Link
      className={`${look} underline decoration-line-strong underline-offset-4 hover:decoration-current`}
      href={`/${branch.id}/${month}`}
    >
      <span className="sr-only">{branch.name}</span>
      {words}
    </Link>
  )
}
