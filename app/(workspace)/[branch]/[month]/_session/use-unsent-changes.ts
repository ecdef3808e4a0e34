import { useEffect, useState } from 'react'
import type { Change } from './changes-between.ts'
import { usePlanStore } from './plan-session.tsx'
import type { SavingState } from './saving-state.ts'

/** How often the count follows the typing, in milliseconds. */
const followMs = 500

/** How many changes are not sent, as a person counts them: moves, tasks, paragraphs. At least one if any is. */
export function useUnsentCount(state: SavingState): number {
  const { length } = useUnsentChanges(state)
  return Math.max(length, 1)
}

/** The changes that are not sent; empty while everything is. */
export function useUnsentChanges(state: SavingState): readonly Change[] {
  const store = usePlanStore()
  const mayWait = state.kind !== 'saved' && state.kind !== 'merged' && state.kind !== 'opening'
  const [changes, setChanges] = useState<readonly Change[]>([])
  useEffect(() => {
    if (!mayWait) {
      setChanges([])
      return
    }
    const look = () => setChanges(store.live.unsentChanges.read())
    look()
    const timer = setInterval(look, followMs)
    return () => clearInterval(timer)
  }, [mayWait, store])
  return changes
}
