import { useTranslations } from 'next-intl'
import { useDesk } from '../_record/use-desk.ts'
import type { FinaliseView } from './use-finalise-view.ts'
import { useLeftWords } from './use-left-words.ts'

export interface WhyClosed {
  level: 'block' | 'reason'
  words: string
  /** It is something of step 1. */
  isChecks: boolean
}

/** The first thing that keeps the button closed, in the order in which one comes to it. */
export function useWhyClosed({ inTheWay, meetingFault, isSaved }: FinaliseView): WhyClosed | null {
  const t = useTranslations('record.seal')
  const left = useLeftWords()(inTheWay)
  const { acting, unkept } = useDesk()
  if (left !== null) {
    const isBlocked = inTheWay.some(({ weight }) => weight === 'block')
    const level = isBlocked ? 'block' : 'reason'
    return { level, words: t('left', { left }), isChecks: true }
  }
  if (meetingFault === 'missing') {
    return { level: 'reason', words: t('meetingMissing'), isChecks: false }
  }
  if (meetingFault !== null) {
    return { level: 'block', words: t('meetingWrong'), isChecks: false }
  }
  // What is being written goes into the record first.
  if (unkept.size > 0) return { level: 'reason', words: t('unkept'), isChecks: false }
  if (acting > 0) return { level: 'reason', words: t('keeping'), isChecks: false }
  if (!isSaved) return { level: 'reason', words: t('notSaved'), isChecks: false }
  return null
}
