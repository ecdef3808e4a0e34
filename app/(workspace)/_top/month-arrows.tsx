import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMonth } from '#app/_words/format-month.ts'
import { shiftMonth } from '#domain/months.ts'

/** ‹ … ›: the same page, a month before or after; between the arrows stands which month it is. */
export interface MonthArrowsProps {
  month: string
  hrefOf: (month: string) => string
  className?: string
  children: ReactNode
}

const arrow =
  'grid h-hit w-8 place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:w-11 print:hidden'

export function MonthArrows({ month, hrefOf, className = '', children }: MonthArrowsProps) {
  const t = useTranslations('shell.header')
  const language = useLocale()
  const before = shiftMonth(month, -1)
  const after = shiftMonth(month, 1)
  return (
    <div
      className={`inline-flex items-center whitespace-nowrap font-semibold text-lg max-sm:text-base ${className}`}
    >
      <Link
        aria-label={t('previousMonth', { month: formatMonth(before, language, 'inside') })}
        className={arrow}
        href={hrefOf(before)}
      >
        <ChevronLeft aria-hidden="true" className="size-4.5" />
      </Link>
      {children}
      <Link
        aria-label={t('nextMonth', { month: formatMonth(after, language, 'inside') })}
        className={arrow}
        href={hrefOf(after)}
      >
        <ChevronRight aria-hidden="true" className="size-4.5" />
      </Link>
    </div>
  )
}
