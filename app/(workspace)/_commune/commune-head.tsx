import { Clock, Download, SlidersHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { buttonLook } from '#app/_ui/button.tsx'
import { PrintButton } from '#app/_ui/print-button.tsx'
import { formatDay, formatTime } from '#app/_words/format-day.ts'
import { formatMonth } from '#app/_words/format-month.ts'
import { MonthArrows } from '../_top/month-arrows.tsx'

/** Which commune, which month, as of when; and the ways to take it along. */
export interface CommuneHeadProps {
  commune: { id: string; name: string }
  month: string
  /** Of the oldest figures that still change, ISO 8601. */
  asOf: string
  /** Some branch's month was final. */
  hasRecords: boolean
}

export function CommuneHead({ commune, month, asOf, hasRecords }: CommuneHeadProps) {
  const t = useTranslations('commune')
  const language = useLocale()
  const at = new Date(asOf)
  const query = new URLSearchParams({ commune: commune.id, month })
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1 py-1">
      <h1 className="font-semibold text-lg first-letter:uppercase max-sm:basis-full">
        {commune.name}
      </h1>
      <MonthArrows hrefOf={(other) => `/commune/${commune.id}/${other}`} month={month}>
        {formatMonth(month, language)}
      </MonthArrows>
      <p className="ml-auto inline-flex items-center gap-1.5 text-ink-2 text-sm max-sm:ml-0">
        <Clock aria-hidden="true" className="size-4" />
        {t('asOf', { time: formatTime(at), day: formatDay(at) })}
      </p>
      <span className="flex flex-wrap gap-2 max-sm:grid max-sm:basis-full max-sm:grid-cols-2 max-sm:pb-1 print:hidden">
        <Link className={buttonLook('secondary')} href={`/commune/${commune.id}/rules`}>
          <SlidersHorizontal aria-hidden="true" />
          {t('rules')}
        </Link>
        {hasRecords && <FileLink href={`/api/papers/archive?${query}`} words={t('archive')} />}
        <FileLink href={`/api/papers/commune?${query}`} words={t('excel')} />
        <PrintButton label={t('print')} />
      </span>
    </div>
  )
}

/** Not a page of the app: a file that the browser keeps. */
function FileLink({ href, words }: { href: string; words: string }) {
  return (
    <a className={buttonLook('secondary')} download href={href}>
      <Download aria-hidden="true" />
      {words}
    </a>
  )
}
