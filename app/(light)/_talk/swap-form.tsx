'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import { ProposalSheet } from './proposal-sheet.tsx'

/** Who looks after the group now, and who could. */
export interface SwapChoices {
  groupId: string
  holders: readonly { id: string; name: string }[]
  /** In the order in which they should be thought of; `load` says in words what each has already. */
  candidates: readonly { id: string; name: string; load: string }[]
}

export interface SwapFormProps {
  swap: SwapChoices
  place: AdvicePlace
  onClose: () => void
}

/** Proposes another member for a group. */
export function SwapForm({ swap, place, onClose }: SwapFormProps) {
  const t = useTranslations('light.live.propose')
  const [from, setFrom] = useState(swap.holders[0]?.id ?? null)
  const [to, setTo] = useState<string | null>(null)
  const { groupId } = swap
  return (
    <ProposalSheet
      change={to === null ? null : { kind: 'changeMember', groupId, from, to }}
      label={t('swap.open')}
      onClose={onClose}
      place={place}
    >
      {swap.holders.length > 1 && (
        <Choice legend={t('swap.from')} onChoose={setFrom} people={swap.holders} value={from} />
      )}
      <Choice
        legend={swap.holders.length > 0 ? t('swap.toInstead') : t('swap.to')}
        onChoose={setTo}
        people={swap.candidates}
        value={to}
      />
    </ProposalSheet>
  )
}

interface ChoiceProps {
  legend: string
  people: readonly { id: string; name: string; load?: string }[]
  value: string | null
  onChoose: (id: string) => void
}

function Choice({ legend, people, value, onChoose }: ChoiceProps) {
  return (
    <fieldset>
      <legend className="pb-1 font-semibold text-sm">{legend}</legend>
      <div className="max-h-56 divide-y divide-line overflow-y-auto rounded-lg border border-line bg-raised">
        {people.map(({ id, name, load }) => (
          <label className="flex min-h-11 items-center gap-3 px-3.5 py-1.5" key={id}>
            <input
              checked={value === id}
              className="size-5 shrink-0 accent-accent"
              name={legend}
              onChange={() => onChoose(id)}
              type="radio"
            />
            <span className="flex-1">{name}</span>
            {load && <span className="text-ink-2 text-sm">{load}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
