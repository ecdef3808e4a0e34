'use client'

import {
  CircleCheck,
  CloudOff,
  CloudUpload,
  LogIn,
  OctagonMinus,
  RefreshCw,
  TriangleAlert,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import { Popover } from '#app/_ui/popover.tsx'
import { SavingDetails } from './saving-details.tsx'
import type { SavingState } from './saving-state.ts'
import { useSavingWords } from './saving-words.ts'
import { useCalmSaving } from './use-calm-saving.ts'
import { useUnsentCount } from './use-unsent-changes.ts'

/** Saved, sending, or not saved and why: an icon, words and the clock time; a press shows the details. */
export function SavingLine() {
  const t = useTranslations('saving')
  const state = useCalmSaving()
  const words = useSavingWords()(state, useUnsentCount(state))
  const hasStorage = state.storage !== 'failed'
  return (
    <Popover
      align="end"
      label={t('title')}
      title={t('title')}
      trigger={
        <button
          aria-label={t('label', { words })}
          className="inline-flex min-h-hit max-w-full items-center gap-1.75 rounded-md px-1.5 text-left text-ink-2 text-sm leading-tight hover:bg-sunken sm:whitespace-nowrap"
          data-saving={state.kind}
          type="button"
        >
          <SavingIcon state={state} />
          <span className={classNames(isUnsent(state) && 'font-medium text-reason')}>{words}</span>
          {hasStorage ? null : <span className="text-ink-2">· {t('storageShort')}</span>}
        </button>
      }
    >
      <SavingDetails state={state} />
    </Popover>
  )
}

/** Work that is on this device only and not on its way: the one case that is amber. */
function isUnsent(state: SavingState): boolean {
  if (state.kind === 'offlinePending' || state.kind === 'unanswered') return true
  return 'hasPending' in state && state.hasPending
}

function SavingIcon({ state }: { state: SavingState }) {
  const look = 'size-4.5 shrink-0'
  const ink = isUnsent(state) ? 'text-reason' : 'text-ink-3'
  switch (state.kind) {
    case 'saved':
    case 'merged':
      return <CircleCheck aria-hidden="true" className={`${look} text-done`} />
    case 'sending':
    case 'opening':
      return <CloudUpload aria-hidden="true" className={`${look} text-ink-3`} />
    case 'unanswered':
      return <TriangleAlert aria-hidden="true" className={`${look} ${ink}`} />
    case 'refused':
      if (state.isKept)
        return <TriangleAlert aria-hidden="true" className={`${look} text-reason`} />
      return <OctagonMinus aria-hidden="true" className={`${look} text-block`} />
    case 'closed':
      return state.why === 'signInAgain' ? (
        <LogIn aria-hidden="true" className={`${look} ${ink}`} />
      ) : (
        <CloudOff aria-hidden="true" className={`${look} ${ink}`} />
      )
    case 'oldVersion':
    case 'reconnecting':
      return <RefreshCw aria-hidden="true" className={`${look} ${ink}`} />
    case 'offline':
    case 'offlinePending':
      return <CloudOff aria-hidden="true" className={`${look} ${ink}`} />
  }
}
