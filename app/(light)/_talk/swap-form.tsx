'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { buttonLook } from '#app/_ui/button.tsx'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'

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

/** Proposes another member for a group: an editor takes it with one touch. */
export function SwapForm({ swap, place, onClose }: SwapFormProps) {
  const t = useTranslations('light.live.swap')
  const { store } = useAdvice()
  const [from, setFrom] = useState(swap.holders[0]?.id ?? null)
  const [to, setTo] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const send = () => {
    if (to === null) return
    const change = { kind: 'changeMember' as const, groupId: swap.groupId, from, to }
    const threadId = crypto.randomUUID()
    store.do({ kind: 'begin', threadId, place, body: why.trim(), mentions: [], change })
    onClose()
  }
  return (
    <form
      aria-label={t('open')}
      className="sticky bottom-0 z-20 max-h-[80dvh] overflow-y-auto border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] shadow-pop"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="mx-auto grid max-w-150 gap-3 px-4 pt-3 pb-3.5">
        {swap.holders.length > 1 && (
          <Choice legend={t('from')} onChoose={setFrom} people={swap.holders} value={from} />
        )}
        <Choice
          legend={swap.holders.length > 0 ? t('toInstead') : t('to')}
          onChoose={setTo}
          people={swap.candidates}
          value={to}
        />
        <label className="grid gap-1 text-sm">
          <span className="font-semibold">{t('why')}</span>
          <textarea
            className="field-sizing-content min-h-11.5 resize-none rounded-lg border border-line-strong bg-raised px-3.5 py-2.5 text-base"
            maxLength={adviceLimits.body}
            onChange={(event) => setWhy(event.target.value)}
            rows={1}
            value={why}
          />
        </label>
        <div className="flex gap-2">
          <button
            aria-disabled={to === null}
            className={`${buttonLook('primary')} min-h-11 flex-1 aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-3`}
            type="submit"
          >
            {t('send')}
          </button>
          <button className={`${buttonLook()} min-h-11`} onClick={onClose} type="button">
            {t('close')}
          </button>
        </div>
      </div>
    </form>
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
