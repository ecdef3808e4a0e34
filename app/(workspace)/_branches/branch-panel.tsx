import { useTranslations } from 'next-intl'
import type { PlanRight } from '#domain/wire.ts'
import { MonthLine } from './month-line.tsx'
import type { PlanState } from './state-chip.tsx'

/** A branch as the first page shows it. */
export interface BranchSummary {
  id: string
  name: string
  communeName: string
  right: PlanRight
  members: number
  groups: number
  households: number
  poor: number
  nearPoor: number
  months: readonly { month: string; state: PlanState }[]
}

/** One branch with its figures and its months, for people who have a few. `isFirst` carries the filled button. */
export function BranchPanel({ branch, isFirst }: { branch: BranchSummary; isFirst: boolean }) {
  const t = useTranslations('shell.home')
  const right = useTranslations('words.right')
  const next = isFirst ? branch.months.find(({ state }) => state !== 'finalised') : undefined
  return (
    <section
      aria-labelledby={`branch-${branch.id}`}
      className="rounded-lg border border-line bg-raised px-5 pt-3.5 pb-1 shadow-card max-sm:px-4"
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-lg" id={`branch-${branch.id}`}>
          {branch.name}
        </h2>
        <p className="text-ink-2 text-sm">{right(branch.right)}</p>
      </div>
      <p className="mb-3 text-ink-2 text-sm">
        {branch.groups > 0 ? (
          t('facts', figuresOf(branch))
        ) : (
          <FieldFacts members={branch.members} />
        )}
      </p>
      <ul>
        {branch.months.map(({ month, state }) => (
          <MonthLine
            branchId={branch.id}
            key={month}
            kind={month === next?.month ? 'primary' : 'secondary'}
            month={month}
            right={branch.right}
            state={state}
          />
        ))}
      </ul>
    </section>
  )
}

function figuresOf({ members, groups, households, poor, nearPoor }: BranchSummary) {
  return { members, groups, households, poor, nearPoor }
}

/** A school or a health station: its members work by field. */
function FieldFacts({ members }: { members: number }) {
  const t = useTranslations()
  return (
    <>
      {t('words.count.members', { count: members })}, {t('shell.home.noHamlet')}
    </>
  )
}
