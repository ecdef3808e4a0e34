import { useSyncExternalStore } from 'react'
import { readTheme, type Theme } from './themes.ts'

/** The theme that this page is drawn in; `system` when nothing was chosen. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, read, () => 'system')
}

function read(): Theme {
  return readTheme(document.documentElement.dataset['theme'])
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
