import { useTranslations } from 'next-intl'
import { Meter } from '#app/_ui/meter.tsx'
import { coverage } from '#domain/coverage.ts'
import type { PlanView } from '#domain/plan-view.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { PlanStatus } from '#domain/wire.ts'
import { StateMark } from '../_parts/state-mark.tsx'

/** One branch: where its month stands, and how much of it has somebody. */
export interface BranchCardProps {
  roster: RosterView
  view: PlanView | null
  status: PlanStatus | 'notOpened'
  href: string
}

const parts = ['groups', 'poor', 'nearPoor'] as const

export function BranchCard({ roster, view, status, href }: BranchCardProps) {
  const t = useTranslations('light.home')
  const shares = view && coverage(roster, view)
  const inside = (
    <>
      <span className="flex flex-wrap items-center justify-between gap-2">
        <b>{roster.branch.name}</b>
        <StateMark status={status} />
      </span>
      {shares ? (
        <span className="grid grid-cols-3 gap-3">
          {parts.map((part) => {
            const { done, all } = shares[part]
            return (
              <span className="grid gap-y-0.75" key={part}>
                <span className="whitespace-nowrap text-ink-2 text-sm">
                  {t(`coverage.${part}`)}
                </span>
                <b className="num text-sm">{`${done}/${all}`}</b>
                <Meter all={all} className="h-1.75" done={done} />
              </span>
            )
          })}
        </span>
      ) : (
        <span className="text-ink-2 text-base">{t('notOpened')}</span>
      )}
    </>
  )
  const look = 'grid gap-2.5 rounded-lg border border-line bg-raised px-3.5 pt-3 pb-3.5'
  return (
    <li>
      {view ? (
        <a className={`${look} text-ink no-underline`} href={href}>
          {inside}
        </a>
      ) : (
        <div className={look}>{inside}</div>
      )}
    </li>
  )
}
