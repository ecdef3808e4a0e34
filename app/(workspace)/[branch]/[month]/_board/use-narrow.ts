import { useSyncExternalStore } from 'react'

const narrowQuery = '(width < 40rem)'

/** Is this a page for a thumb? Then lists and sheets, no dragging. The server cannot know and says no. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(narrowQuery).matches,
    () => false,
  )
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(narrowQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
