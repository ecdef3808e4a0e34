import { createContext, useContext, useSyncExternalStore } from 'react'
import type { DeskPicture, DeskStore } from './desk-store.ts'

interface DeskHere {
  store: DeskStore
  /** May this person open the month again once it is final? */
  mayReopen: boolean
}

export const DeskContext = createContext<DeskHere | null>(null)

/** What rows know about finalising the month around this component, live, and the verbs on it. */
export function useDesk(): DeskPicture &
  Pick<DeskStore, 'act' | 'refresh' | 'hold'> &
  Pick<DeskHere, 'mayReopen'> {
  const here = useContext(DeskContext)
  if (!here) throw new Error('useDesk outside of DeskProvider')
  const { store, mayReopen } = here
  const picture = useSyncExternalStore(store.subscribe, store.read, store.read)
  const { act, refresh, hold } = store
  return { ...picture, act, refresh, hold, mayReopen }
}
