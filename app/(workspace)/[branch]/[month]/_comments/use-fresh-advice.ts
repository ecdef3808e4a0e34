import { useEffect } from 'react'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { useLookAgain } from '#app/_ui/use-look-again.ts'
import { noticesStore } from '../../../_notices/notices-store.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useSaving } from '../_session/use-saving.ts'

/** Should a hint ever get lost, the talk is as old as this at the most, in milliseconds. */
const pollMs = 60_000

/** Reads the talk again when the plan's socket says that it changed, and when the page comes back into sight. */
export function useFreshAdvice(): void {
  const { store } = useAdvice()
  const { onComments } = usePlanSession()
  const { kind } = useSaving()
  const isConnected = kind !== 'offline' && kind !== 'reconnecting' && kind !== 'closed'
  useEffect(() => {
    // Hints are lost while nobody listens.
    if (isConnected) void store.refresh()
  }, [store, isConnected])
  useEffect(() => {
    return onComments(() => {
      void store.refresh()
      void noticesStore.refresh()
    })
  }, [store, onComments])
  useLookAgain(() => void store.refresh(), pollMs)
}
