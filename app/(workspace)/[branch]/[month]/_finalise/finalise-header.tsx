import { X } from 'lucide-react'
import Link from 'next/link'
import { useParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { buttonLook } from '#app/_ui/button.tsx'
import { shortMonth } from '#app/_words/format-month.ts'
import { HeaderRule } from '../_header/header-rule.tsx'
import { PeopleHere } from '../_header/people-here.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { SavingLine } from '../_session/saving-line.tsx'

/** Over the finalising of a month: what is finalised, who is here, what is saved, and the way back to the board. */
export function FinaliseHeader() {
  const t = useTranslations('record.sheet')
  const { roster, month } = usePlanSession()
  const { branch } = useParams<{ branch: string }>()
  return (
    <header className="sticky top-0 z-30 flex min-h-17 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-surface px-4 py-1.5 lg:px-6">
      <div className="min-w-0 flex-1">
        <p className="font-bold text-xl leading-tight tracking-tight max-sm:text-lg">
          {t('of', { month: shortMonth(month) })}
        </p>
        <p className="text-ink-3 text-sm">
          {t('branch', { branch: roster.branch.name, commune: roster.branch.communeName })}
        </p>
      </div>
      <span className="flex items-center gap-3 max-sm:order-3 max-sm:basis-full">
        <PeopleHere />
        <SavingLine />
      </span>
      <HeaderRule />
      <Link className={buttonLook()} href={`/${branch}/${month}`}>
        <X aria-hidden="true" /> {t('back')}
      </Link>
    </header>
  )
}
