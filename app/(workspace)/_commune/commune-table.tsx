import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { monthNumber } from '#app/_words/format-month.ts'
import { shareNames } from '#domain/coverage.ts'
import { memberCounts } from '#domain/identity-line.ts'
import { shiftMonth } from '#domain/months.ts'
import { type BranchMonth, sumFigures } from '#domain/record/commune-month.ts'
import { BranchLine } from './branch-line.tsx'
import { Figure } from './figure.tsx'

/** Every branch in one screen; the last line adds up. */
export interface CommuneTableProps {
  branches: readonly BranchMonth[]
  month: string
  dueDay: number
  now: number
  /** Chooses the order; stands over the first column. */
  order: ReactNode
  /** Else branches are left out, and the sum is not the commune's. */
  isWhole: boolean
}

const head = '[&>th]:px-1.5 [&>th]:font-normal [&>th:first-child]:pl-4 [&>th:last-child]:pr-4'

export function CommuneTable({ branches, month, dueDay, now, order, isWhole }: CommuneTableProps) {
  const t = useTranslations('commune.table')
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-raised">
      <table className="w-full border-collapse whitespace-nowrap max-sm:block text-sm leading-tight">
        <thead className="bg-surface text-ink-2 max-sm:block">
          <tr className="h-8.5 text-left text-ink max-sm:block [&>th]:font-semibold max-sm:[&>th]:sr-only">
            <td className="pl-2 max-sm:block max-sm:py-1" colSpan={2}>
              {order}
            </td>
            <th colSpan={4} scope="colgroup">
              {t('covered')}
            </th>
            <th className="border-line border-l pl-3" colSpan={7} scope="colgroup">
              {t('members')}
            </th>
            <th className="border-line border-l pl-3" colSpan={4} scope="colgroup">
              {t('work')}
            </th>
          </tr>
          <tr className={`h-7 border-line-strong border-b text-right max-sm:sr-only ${head}`}>
            <th className="text-left" scope="col">
              {t('branch')}
            </th>
            <th className="text-left" scope="col">
              {t('state')}
            </th>
            {shareNames.map((share) => (
              <th key={share} scope="col">
                {t(share)}
              </th>
            ))}
            {memberCounts.map((place, at) => (
              <th className={at === 0 ? 'border-line border-l' : undefined} key={place} scope="col">
                {t(`places.${place}`)}
              </th>
            ))}
            <th className="border-line border-l" scope="col">
              {t('before', {
                month: monthNumber(shiftMonth(month, -1)),
              })}
            </th>
            <th scope="col">{t('advice')}</th>
            <th className="pl-4! text-left" scope="col">
              {t('trend')}
            </th>
            <th className="text-left" scope="col">
              {t('lastEdit')}
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {branches.map((branch) => (
            <BranchLine
              branch={branch}
              dueDay={dueDay}
              key={branch.branchId}
              month={month}
              now={now}
            />
          ))}
        </tbody>
        <TotalLine branches={branches} isWhole={isWhole} />
      </table>
    </div>
  )
}

function TotalLine({ branches, isWhole }: Pick<CommuneTableProps, 'branches' | 'isWhole'>) {
  const t = useTranslations('commune.table')
  const total = sumFigures(branches.map(({ figures }) => figures))
  const before = branches.reduce(
    (sum, branch) => ({
      done: sum.done + (branch.before?.done ?? 0),
      all: sum.all + (branch.before?.all ?? 0),
    }),
    { done: 0, all: 0 },
  )
  return (
    <tfoot className="bg-surface font-semibold max-sm:hidden">
      <tr className="h-8 border-line-strong border-t" data-total>
        <th className="pl-4 text-left font-semibold text-base" colSpan={2} scope="row">
          {t(isWhole ? 'total' : 'sum')}
        </th>
        {shareNames.map((share) => (
          <td className="num px-1.5 text-right" key={share}>
            {total[share].done}/{total[share].all}
          </td>
        ))}
        {memberCounts.map((place, at) => (
          <Figure isFirst={at === 0} key={place} value={total.members[place]} />
        ))}
        <td className="num border-line border-l px-1.5 text-right">
          {before.done}/{before.all}
        </td>
        <Figure value={branches.reduce((sum, { openAdvice }) => sum + openAdvice, 0)} />
        <td colSpan={2} />
      </tr>
    </tfoot>
  )
}
