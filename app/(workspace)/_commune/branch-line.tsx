import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Meter } from '#app/_ui/meter.tsx'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { shareNames } from '#domain/coverage.ts'
import { memberCounts } from '#domain/identity-line.ts'
import { type BranchMonth, isOverdue } from '#domain/record/commune-month.ts'
import { shortName } from '../_branches/short-name.ts'
import { BranchStateWord } from './branch-state.tsx'
import { Figure } from './figure.tsx'
import { LastEdit } from './last-edit.tsx'
import { TrendLine } from './trend-line.tsx'

/** One branch in one line; what it leaves to nobody is marked. On a phone a block of its own. */
export interface BranchLineProps {
  branch: BranchMonth
  month: string
  dueDay: number
  now: number
}

export function BranchLine({ branch, month, dueDay, now }: BranchLineProps) {
  const { state, figures, before } = branch
  const isLate = isOverdue(state, month, dueDay, now)
  return (
    <tr
      className="h-7.75 border-line border-t first:border-t-0 hover:bg-surface max-sm:grid max-sm:h-auto max-sm:grid-cols-[1fr_auto] max-sm:gap-y-1 max-sm:px-4 max-sm:py-2.5"
      data-branch={branch.branchId}
    >
      <th className="px-1.5 pl-4 text-left font-medium text-base max-sm:px-0" scope="row">
        <BranchName branch={branch} month={month} />
      </th>
      <td className="px-1.5 max-sm:px-0 max-sm:text-right">
        <BranchStateWord isOverdue={isLate} state={state} version={branch.version} />
      </td>
      <Shares branch={branch} />
      {memberCounts.slice(0, -1).map((place, at) => (
        <Figure isFirst={at === 0} key={place} value={figures.members[place]} />
      ))}
      {state === 'notOpened' ? (
        <Figure value={figures.members.noReason} />
      ) : (
        <NoReason count={figures.members.noReason} />
      )}
      <td className="num border-line border-l px-1.5 text-right max-sm:hidden">
        {before === null ? <span className="text-ink-3">–</span> : `${before.done}/${before.all}`}
      </td>
      <td className="num px-1.5 text-right max-sm:hidden">
        <span className={branch.openAdvice === 0 ? 'text-ink-3' : undefined}>
          {branch.openAdvice}
        </span>
      </td>
      <td className="px-1.5 pl-4 max-sm:hidden">
        <TrendLine trend={branch.trend} />
      </td>
      <td className="px-1.5 pr-4 text-ink-3 max-sm:hidden">
        <LastEdit asOf={branch.asOf} at={branch.lastEditAt} now={now} />
      </td>
    </tr>
  )
}

function BranchName({ branch, month }: { branch: BranchMonth; month: string }) {
  const name = shortName(branch.name)
  if (branch.state === 'notOpened') return <span title={branch.name}>{name}</span>
  return (
    <Link
      className="inline-flex min-h-hit-sm items-center text-ink no-underline hover:underline"
      href={`/${branch.branchId}/${month}`}
      title={branch.name}
    >
      {name}
    </Link>
  )
}

function Shares({ branch: { figures, hasGroups, state } }: { branch: BranchMonth }) {
  const t = useTranslations('commune')
  if (!hasGroups) {
    return (
      <td className="px-1.5 text-ink-3 max-sm:col-span-2 max-sm:px-0" colSpan={shareNames.length}>
        {t('byField')}
      </td>
    )
  }
  return shareNames.map((share) => {
    const { done, all } = figures[share]
    // Of a month that nobody has begun there is one thing to do, and the state says it.
    const isShort = done < all && state !== 'notOpened'
    return (
      <td
        className={`num px-1.5 text-right ${share === 'groups' || share === 'households' ? 'max-sm:px-0' : 'max-sm:hidden'} ${share === 'groups' ? 'max-sm:text-left' : ''}`}
        key={share}
      >
        <span
          className={`flex items-center gap-2 ${share === 'groups' ? 'justify-between max-sm:justify-start' : 'justify-end'}`}
        >
          {share === 'groups' && <Meter all={all} className="h-1.75 w-13" done={done} />}
          <span
            className={
              isShort
                ? 'font-semibold text-block underline decoration-[1.5px] decoration-dotted underline-offset-4'
                : undefined
            }
          >
            {done}/{all}
          </span>
          <span className="sm:sr-only">{t(`table.${share}`)}</span>
        </span>
      </td>
    )
  })
}

function NoReason({ count }: { count: number }) {
  if (count === 0) return <Figure value={0} />
  return (
    <td className="num px-1.5 text-right max-sm:hidden">
      <span className="inline-flex items-center gap-0.75 font-semibold text-block">
        <NoticeIcon level="block" size="sm" />
        {count}
      </span>
    </td>
  )
}
