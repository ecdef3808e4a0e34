'use client'
import { CornerUpLeft, Lock } from 'lucide-react'
import Link from 'next/link'
import { useParams, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { buttonLook } from '#app/_ui/button.tsx'
import { monthNumber } from '#app/_words/format-month.ts'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** The way to the finalising of the month; after a jump from there, the way back to the line it came from. */
export function FinaliseLink() {
  const t = useTranslations('record.header')
  const { right, month, isOpen } = usePlanSession()
  const { desk } = useDesk()
  const { branch } = useParams<{ branch: string }>()
  const back = useSearchParams().get('back')
  if (!isOpen || right === 'view') return null
  const address = `/${branch}/${month}/finalise`
  if (back !== null) {
    return (
      <Link className={buttonLook()} href={`${address}?${new URLSearchParams({ at: back })}`}>
        <CornerUpLeft aria-hidden="true" /> {t('backToChecks')}
      </Link>
    )
  }
  const number = monthNumber(month)
  const label = desk?.status === 'finalised' ? 'final' : right === 'finalise' ? 'finalise' : 'look'
  return (
    <Link aria-label={t(label, { month: number })} className={buttonLook()} href={address}>
      <Lock aria-hidden="true" />
      <span className="max-md:hidden">{t(label, { month: number })}</span>
      <span className="md:hidden">{t('short')}</span>
    </Link>
  )
}
