'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useAdvice } from '#app/_advice/use-advice.ts'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import { planLimits } from '#domain/plan-limits.ts'
import { DayField } from './day-field.tsx'
import { ProposalSheet } from './proposal-sheet.tsx'

interface Named {
  id: string
  name: string
}

/** Whom and what a new task can name. */
export interface TaskChoices {
  members: readonly Named[]
  groups: readonly Named[]
  /** The group that it is about to begin with. */
  groupId: string | null
}

export interface TaskFormProps {
  task: TaskChoices
  place: AdvicePlace
  onClose: () => void
}

/** Proposes a new task. */
export function TaskForm({ task, place, onClose }: TaskFormProps) {
  const t = useTranslations('light.live.propose')
  const { store } = useAdvice()
  const titleId = useId()
  const [title, setTitle] = useState('')
  const [doer, setDoer] = useState('')
  const [groupId, setGroupId] = useState(task.groupId ?? '')
  const [due, setDue] = useState<string | null>(null)
  const words = title.replace(/\s+/gu, ' ').trim()
  const one = (id: string) => (id === '' ? [] : [id])
  const isWhole = words !== '' && due !== 'bad'
  const change = { title: words, doers: one(doer), groupIds: one(groupId), due }
  return (
    <ProposalSheet
      change={isWhole ? { kind: 'newTask', ...change } : null}
      label={t('task.open')}
      onClose={onClose}
      place={place}
    >
      <div className="grid gap-1 text-sm">
        <label className="font-semibold" htmlFor={titleId}>
          {t('task.title')}
        </label>
        <textarea
          className="field-sizing-content min-h-11.5 resize-none rounded-lg border border-line-strong bg-raised px-3.5 py-2.5 text-base"
          id={titleId}
          lang="vi"
          maxLength={planLimits.title}
          onChange={({ target }) => setTitle(target.value)}
          rows={1}
          value={title}
        />
      </div>
      <Choice label={t('task.doer')} onChoose={setDoer} options={task.members} value={doer} />
      {task.groups.length > 0 && (
        <Choice
          label={t('task.group')}
          onChoose={setGroupId}
          options={task.groups}
          value={groupId}
        />
      )}
      <DayField label={t('task.due')} month={store.plan.month} onChange={setDue} />
    </ProposalSheet>
  )
}

interface ChoiceProps {
  label: string
  options: readonly Named[]
  /** Empty for none. */
  value: string
  onChoose: (id: string) => void
}

/** The phone's own list: nothing to load, and made for a thumb. */
function Choice({ label, options, value, onChoose }: ChoiceProps) {
  const t = useTranslations('light.live.propose')
  const id = useId()
  return (
    <div className="grid gap-1 text-sm">
      <label className="font-semibold" htmlFor={id}>
        {label}
      </label>
      <select
        className="min-h-11.5 w-full rounded-lg border border-line-strong bg-raised px-3 text-base"
        id={id}
        onChange={({ target }) => onChoose(target.value)}
        value={value}
      >
        <option value="">{t('task.notChosen')}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}
