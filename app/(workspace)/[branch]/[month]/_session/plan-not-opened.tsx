'use client'

import { Clock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { formatMonth } from '#app/_words/format-month.ts'

/** For those who may not open a month: who does, and that it will be seen here. */
export function PlanNotOpened({ month }: { month: string }) {
  const t = useTranslations('saving.gate')
  const language = useLocale()
  return (
    <EmptyState icon={<Clock />} title={t('notOpenedTitle')}>
      {t('notOpenedText', { month: formatMonth(month, language, 'inside') })}
    </EmptyState>
  )
}
