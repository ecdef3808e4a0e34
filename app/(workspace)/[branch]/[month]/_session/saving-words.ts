import { useTranslations } from 'next-intl'
import { formatTime } from '#app/_words/format-day.ts'
import type { SavingState } from './saving-state.ts'

/** What the line says: words and clock time. `count` is how many changes are not sent, as a person counts. */
export function useSavingWords(): (state: SavingState, count: number) => string {
  const t = useTranslations('saving.line')

  function merged({ sent, others, at }: Extract<SavingState, { kind: 'merged' }>): string {
    if (others === 0) return t('mergedSent', { sent, time: formatTime(at) })
    return sent === 0 ? t('mergedOthers', { others }) : t('mergedBoth', { sent, others })
  }
  function refused({ isKept }: Extract<SavingState, { kind: 'refused' }>): string {
    return t(isKept ? 'late' : 'refused')
  }
  function withPending(words: string, hasPending: boolean, count: number): string {
    return hasPending ? t('withPending', { words, count }) : words
  }

  return (state, count) => {
    switch (state.kind) {
      case 'opening':
        return t('opening')
      case 'refused':
        return refused(state)
      case 'saved':
        return t('saved', { time: formatTime(state.at) })
      case 'sending':
        return state.isSlow && count > 0 ? t('sendingSlow', { count }) : t('sending')
      case 'unanswered':
        return count > 0 ? t('unanswered', { count }) : t('unsure')
      case 'offline':
        return t('offline', { time: formatTime(state.savedAt ?? state.since) })
      case 'offlinePending':
        return t('offlinePending', { count })
      case 'reconnecting': {
        const { attempt } = state
        return state.hasPending
          ? t('reconnectingPending', { attempt, count })
          : t('reconnecting', { attempt })
      }
      case 'merged':
        return merged(state)
      case 'closed':
        return withPending(t(state.why), state.hasPending, count)
      case 'oldVersion':
        return withPending(t('oldVersion'), state.hasPending, count)
    }
  }
}
