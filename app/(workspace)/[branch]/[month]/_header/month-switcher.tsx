'use client'
import { useLocale } from 'next-intl'
import { formatMonth, shortMonth } from '#app/_words/format-month.ts'
import { MonthArrows } from '../../../_top/month-arrows.tsx'
import { usePageOfMonth } from './page-of-month.ts'

/** ‹ Tháng 12/2026 ›: the same page, a month before or after. */
export function MonthSwitcher({ branchId, month }: { branchId: string; month: string }) {
  const language = useLocale()
  const page = usePageOfMonth()
  return (
    <MonthArrows
      className="max-sm:ml-auto"
      hrefOf={(other) => `/${branchId}/${other}${page}`}
      month={month}
    >
      <span className="max-sm:sr-only">{formatMonth(month, language)}</span>
      <span aria-hidden="true" className="num sm:hidden">
        {shortMonth(month)}
      </span>
    </MonthArrows>
  )
}
