'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { buttonLook } from '#app/_ui/button.tsx'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'

/** Where something is proposed, in the place of the field for words: an editor takes it with one touch. */
export interface ProposalSheetProps {
  label: string
  place: AdvicePlace
  /** Null while it cannot be sent. */
  change: ProposedChange | null
  onClose: () => void
  /** What is to be filled in. */
  children: ReactNode
}

export function ProposalSheet({ label, place, change, onClose, children }: ProposalSheetProps) {
  const t = useTranslations('light.live.propose')
  const { store } = useAdvice()
  const [why, setWhy] = useState('')
  const send = () => {
    if (change === null) return
    const threadId = crypto.randomUUID()
    store.do({ kind: 'begin', threadId, place, body: why.trim(), mentions: [], change })
    onClose()
  }
  return (
    <form
      aria-label={label}
      className="sticky bottom-0 z-20 max-h-[80dvh] overflow-y-auto border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] shadow-pop"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="mx-auto grid max-w-150 gap-3 px-4 pt-3 pb-3.5">
        {children}
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
            aria-disabled={change === null}
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
