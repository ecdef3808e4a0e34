import { Landmark } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { buttonLook } from '#app/_ui/button.tsx'
import { formatMonth } from '#app/_words/format-month.ts'
import type { Grant } from '#domain/rights.ts'

/** The office's ways to its commune as a whole: this month, which is its next step, and the next. */
export function CommuneLinks({
  grants,
  months,
}: {
  grants: readonly Grant[]
  months: readonly string[]
}) {
  const t = useTranslations('commune')
  const language = useLocale()
  const communes = grants.filter(({ role }) => role === 'office').map(({ unitId }) => unitId)
  return (
    <span className="ml-auto flex flex-wrap gap-2 max-sm:ml-0 max-sm:basis-full">
      {communes.flatMap((communeId) =>
        months.map((month, at) => (
          <Link
            className={buttonLook(at === 0 ? 'primary' : 'secondary')}
            href={`/commune/${communeId}/${month}`}
            key={communeId + month}
          >
            <Landmark aria-hidden="true" />
            {t('overview', { month: formatMonth(month, language, 'inside') })}
          </Link>
        )),
      )}
    </span>
  )
}
