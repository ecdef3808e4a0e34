import { useEffect, useRef } from 'react'
import { announce } from '#app/_ui/live-region.tsx'
import { useSavingWords } from './saving-words.ts'
import { useCalmSaving } from './use-calm-saving.ts'
import { useUnsentCount } from './use-unsent-changes.ts'

/** Reads out trouble with saving and its end, once each; never the saving of every letter. */
export function SavingAnnouncer() {
  const state = useCalmSaving()
  const words = useSavingWords()(state, useUnsentCount(state))
  const isQuiet = state.kind === 'saved' || state.kind === 'sending' || state.kind === 'opening'
  const told = useRef('')
  useEffect(() => {
    if (!isQuiet && told.current !== state.kind) {
      announce(words)
      told.current = state.kind
    }
    if (state.kind === 'saved' && told.current !== '') {
      if (told.current !== 'merged') announce(words)
      told.current = ''
    }
  }, [state.kind, isQuiet, words])
  return null
}
