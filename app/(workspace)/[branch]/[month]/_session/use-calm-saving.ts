import { useEffect, useState } from 'react'
import type { SavingState } from './saving-state.ts'
import { useSaving } from './use-saving.ts'

/** "Saved" comes back to the screen only after it has held this long, in milliseconds. */
const calmMs = 400

/**
 * The state of saving without flicker: leaving "saved" shows at once, coming back waits for a pause in the
 * typing. It errs to one side only: what it calls saved is saved.
 */
export function useCalmSaving(): SavingState {
  const state = useSaving()
  const [shown, setShown] = useState(state)
  const isReturn = state.kind === 'saved' && shown.kind === 'sending'
  useEffect(() => {
    if (!isReturn) {
      setShown(state)
      return
    }
    const timer = setTimeout(() => setShown(state), calmMs)
    return () => clearTimeout(timer)
  }, [state, isReturn])
  // A state that is worse than the one shown is never held back, not even for one frame.
  return isReturn ? shown : state
}
