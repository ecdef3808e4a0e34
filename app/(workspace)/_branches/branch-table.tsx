import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { formatMonth } from '#app/_words/format-month.ts'
import type { BranchSummary } from './branch-panel.tsx'
import { StateWord } from './state-word.tsx'

const figureKeys = ['members', 'groups', 'households', 'poor', 'nearPoor'] as const

/** Many branches in one screen, in the order of the commune's list; the last line adds up. */
export function BranchTable({
  branches,
  months,
}: {
  branches: readonly BranchSummary[]
  months: readonly string[]
}) {
  const t = useTranslations('shell.home.table')
  const language = useLocale()
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-raised">
      <table className="w-full border-collapse text-sm leading-tight max-sm:block">
        <thead className="bg-surface text-ink-2 max-sm:sr-only">
          <tr className="h-9 border-line-strong border-b [&>th]:px-2 [&>th]:font-normal">
            <th className="pl-4! text-left" scope="col">
              {t('branch')}
            </th>
            {months.map((month) => (
              <th className="text-left" key={month} scope="col">
                {formatMonth(month, language)}
              </th>
            ))}
            <th className="text-right" scope="col">
              {t('members')}
            </th>
            <th className="text-right" scope="col">
              {t('groups')}
            </th>
            <th className="text-right" scope="col">
              {t('households')}
            </th>
            <th className="text-right" scope="col">
              {t('poor')}
            </th>
            <th className="pr-4! text-right" scope="col">
              {t('nearPoor')}
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {branches.map((branch) => (
            <BranchRow branch={branch} key={branch.id} months={months} />
          ))}
        </tbody>
        <TotalRow branches={branches} months={months.length} />
      </table>
    </div>
  )
}

function BranchRow({ branch, months }: { branch: BranchSummary; months: readonly string[] }) {
  const t = useTranslations('shell.home')
  return (
    <tr className="h-8.5 border-line border-b hover:bg-surface max-sm:grid max-sm:h-auto max-sm:grid-cols-2 max-sm:px-4 max-sm:py-2 [&>td]:px-2 max-sm:[&>td]:px-0">
      <th
        className="pl-4 text-left font-medium text-base max-sm:col-span-2 max-sm:pl-0"
        scope="row"
      >
        {branch.name}
      </th>
      {months.map((month) => (
        <td className="whitespace-nowrap" key={month}>
          <StateWord
            branch={branch}
            month={month}
            state={branch.months.find((own) => own.month === month)?.state ?? 'notOpened'}
          />
        </td>
      ))}
      <Figure value={branch.members} />
      {branch.groups === 0 ? (
        <td className="pr-4! text-right text-ink-3 max-sm:hidden" colSpan={4}>
          {t('noHamlet')}
        </td>
      ) : (
        figureKeys.slice(1).map((key) => <Figure key={key} value={branch[key]} />)
      )}
    </tr>
  )
}

function TotalRow({ branches, months }: { branches: readonly BranchSummary[]; months: number }) {
  const t = useTranslations('shell.home.table')
  return (
    <tfoot className="bg-surface max-sm:hidden">
      <tr className="h-9 border-line-strong border-t font-semibold">
        <th className="pl-4 text-left text-base" colSpan={months + 1} scope="row">
          {t('total')}
        </th>
        {figureKeys.map((key) => (
          <Figure key={key} value={branches.reduce((sum, branch) => sum + branch[key], 0)} />
        ))}
      </tr>
    </tfoot>
  )
}

function Figure({ value }: { value: number }) {
  const format = useFormatter()
  return (
    <td className="num px-2 text-right last:pr-4! max-sm:hidden">
      <span className={value === 0 ? 'text-ink-3' : undefined}>{format.number(value)}</span>
    </td>
  )
}
