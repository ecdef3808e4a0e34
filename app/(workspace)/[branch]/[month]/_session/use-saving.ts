import { useSyncExternalStore } from 'react'
import { usePlanStore } from './plan-session.tsx'
import type { SavingState } from './saving-state.ts'

/** The truth about saving, as it is now. */
export function useSaving(): SavingState {
  const store = usePlanStore()
  return useSyncExternalStore(store.subscribeSaving, store.readSaving, store.readSaving)
}
