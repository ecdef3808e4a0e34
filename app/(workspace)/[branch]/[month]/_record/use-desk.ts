import { createContext, useContext, useSyncExternalStore } from 'react'
import type { DeskPicture, DeskStore } from './desk-store.ts'

export const DeskContext = createContext<DeskStore | null>(null)

/** What rows know about finalising the month around this component, live, and the verbs on it. */
export function useDesk(): DeskPicture & Pick<DeskStore, 'act' | 'refresh'> {
  const store = useContext(DeskContext)
  if (!store) throw new Error('useDesk outside of DeskProvider')
  const picture = useSyncExternalStore(store.subscribe, store.read, store.read)
  return { ...picture, act: store.act, refresh: store.refresh }
}
