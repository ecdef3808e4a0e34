'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { formatMonth } from '#app/_words/format-month.ts'
import { shiftMonth } from '#domain/months.ts'
import { usePageOfMonth } from './page-of-month.ts'

const arrow =
  'grid h-hit w-8 place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:w-10'

/** ‹ Tháng 12/2026 ›: the same page, a month before or after. */
export function MonthSwitcher({ branchId, month }: { branchId: string; month: string }) {
  const t = useTranslations('shell.header')
  const language = useLocale()
  const page = usePageOfMonth()
  const before = shiftMonth(month, -1)
  const after = shiftMonth(month, 1)
  return (
    <div className="inline-flex items-center whitespace-nowrap font-semibold text-lg max-sm:ml-auto max-sm:text-base">
      <Link
        aria-label={t('previousMonth', { month: formatMonth(before, language, 'inside') })}
        className={arrow}
        href={`/${branchId}/${before}${page}`}
      >
        <ChevronLeft aria-hidden="true" className="size-4.5" />
      </Link>
      <span className="max-sm:sr-only">{formatMonth(month, language)}</span>
      <span aria-hidden="true" className="num sm:hidden">
        {month.slice(5)}/{month.slice(0, 4)}
      </span>
      <Link
        aria-label={t('nextMonth', { month: formatMonth(after, language, 'inside') })}
        className={arrow}
        href={`/${branchId}/${after}${page}`}
      >
        <ChevronRight aria-hidden="true" className="size-4.5" />
      </Link>
    </div>
  )
}
