'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { formatDay } from '#app/_words/format-day.ts'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import { DayField } from './day-field.tsx'
import { ProposalSheet } from './proposal-sheet.tsx'

/** A task and the day on which it is due now. */
export interface DueChoice {
  taskId: string
  from: string | null
}

export interface DueFormProps {
  due: DueChoice
  place: AdvicePlace
  onClose: () => void
}

/** Proposes another day for a task. */
export function DueForm({ due: { taskId, from }, place, onClose }: DueFormProps) {
  const t = useTranslations('light.live.propose')
  const { store } = useAdvice()
  const [to, setTo] = useState<string | null>(null)
  const isNew = to !== null && to !== 'bad' && to !== from
  return (
    <ProposalSheet
      change={isNew ? { kind: 'changeDue', taskId, from, to } : null}
      label={t('due.open')}
      onClose={onClose}
      place={place}
    >
      <p className="text-ink-2 text-sm">
        {from === null ? t('due.none') : t('due.now', { day: formatDay(from) })}
      </p>
      <DayField label={t('due.day')} month={store.plan.month} onChange={setTo} />
    </ProposalSheet>
  )
}
