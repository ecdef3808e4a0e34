import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { monthNumber } from '#app/_words/format-month.ts'
import type { LateBefore } from '#domain/record/record-desk.ts'
import { lateAddress, lateMonthOf } from '../_late/late-address.ts'
import { usePageOfMonth } from './page-of-month.ts'

/** Late changes that wait: of this month, and of an earlier one that is final. */
export interface LateWaiting {
  late: number
  lateBefore: LateBefore | null
}

interface LateTab {
  label: string
  href: string
  isCurrent: boolean
  count: number
  /** A phone, which has no room for it, leads there from a line of the board. */
  isForRoom: boolean
}

/** The tabs of late changes, of this month and of the one before; each there only while something waits, or it is open. */
export function useLateTabs(
  branchId: string,
  month: string,
  { late, lateBefore }: LateWaiting,
): LateTab[] {
  const t = useTranslations('shell.header')
  const of = useSearchParams().get('of')
  const open = usePageOfMonth() === '/late' ? lateMonthOf(of ?? undefined, month) : null
  const tabs: LateTab[] = []
  if (late > 0 || open === month) {
    const label = late > 0 ? t('lateCount', { count: late }) : t('late')
    const href = lateAddress(branchId, month, month)
    tabs.push({ label, href, isCurrent: open === month, count: late, isForRoom: false })
  }
  const earlier = open !== null && open !== month ? open : (lateBefore?.month ?? null)
  if (earlier !== null) {
    const count = lateBefore?.month === earlier ? lateBefore.count : 0
    const number = monthNumber(earlier)
    const label =
      count > 0
        ? t('lateBeforeCount', { month: number, count })
        : t('lateBefore', { month: number })
    const href = lateAddress(branchId, month, earlier)
    const isCurrent = open === earlier
    tabs.push({ label, href, isCurrent, count, isForRoom: !isCurrent })
  }
  return tabs
}
