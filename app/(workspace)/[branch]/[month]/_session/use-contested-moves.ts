import { useSyncExternalStore } from 'react'
import { usePlanStore } from './plan-session.tsx'
import type { ContestedView } from './plan-store.ts'

export type { ContestedView as ContestedMove } from './plan-store.ts'

interface ContestedMoves {
  /** Oldest first. */
  moves: readonly ContestedView[]
  /** The person has seen it. */
  dismiss(id: string): void
}

/** The moves of this person that crossed another's, live or while the connection was gone. */
export function useContestedMoves(): ContestedMoves {
  const store = usePlanStore()
  const { contested } = useSyncExternalStore(store.subscribe, store.read, store.read)
  return { moves: contested, dismiss: store.dismissContested }
}
