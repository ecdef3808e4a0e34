'use client'
import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'

export function PrintButton() {
  const t = useTranslations('commune')
  return (
    <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
      {t('print')}
    </Button>
  )
}
