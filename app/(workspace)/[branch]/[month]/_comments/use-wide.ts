import { useSyncExternalStore } from 'react'

const wideQuery = '(width >= 64rem)'

/** Is there room for the panel beside the page? Else it is a sheet over it. The server cannot know and says no. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, isWide, () => false)
}

/** The same, asked once. */
export function isWide(): boolean {
  return matchMedia(wideQuery).matches
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(wideQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
