import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { SignOffView } from '#domain/record/record-desk.ts'
import { SinceList } from './since-list.tsx'
import { useAttributed } from './use-attributed.ts'

/** What became of the content since somebody agreed to it and who did that, to be opened and read. */
export function SinceSignOff({ signOff: { changes, roster, seq } }: { signOff: SignOffView }) {
  const t = useTranslations('record.signOff')
  const [isOpen, setOpen] = useState(false)
  const told = useAttributed(changes, seq, isOpen)
  if (changes.length + roster.length === 0) return null
  return (
    <details className="text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="py-0.5 font-medium text-accent">{t('what')}</summary>
      <SinceList changes={told} roster={roster} />
    </details>
  )
}
