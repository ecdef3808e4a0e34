import { getLocale, getTranslations } from 'next-intl/server'
import { formatMonth } from '#app/_words/format-month.ts'
import { Icon } from './icon.tsx'

/** Which month the page shows, and the way to the others; works before any script has come. */
export interface MonthChoiceProps {
  months: readonly string[]
  current: string
  /** The page's address without the month. */
  path: string
}

export async function MonthChoice({ months, current, path }: MonthChoiceProps) {
  const [t, language] = await Promise.all([getTranslations('light'), getLocale()])
  return (
    <details className="relative ml-auto">
      <summary className="flex min-h-11 list-none items-center gap-1 whitespace-nowrap rounded-md px-2 font-medium text-ink-2 [&::-webkit-details-marker]:hidden">
        {formatMonth(current, language)}
        <Icon name="down" size="sm" />
      </summary>
      <nav
        aria-label={t('months')}
        className="absolute right-0 z-30 min-w-44 rounded-lg border border-line bg-raised py-1 shadow-pop"
      >
        {months.map((month) => (
          <a
            aria-current={month === current || undefined}
            className="flex min-h-11 items-center px-4 text-ink no-underline aria-[current]:font-semibold aria-[current]:text-accent-ink"
            href={`${path}?month=${month}`}
            key={month}
          >
            {formatMonth(month, language)}
          </a>
        ))}
      </nav>
    </details>
  )
}
