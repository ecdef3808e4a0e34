'use client'
import { useSyncExternalStore } from 'react'

interface Said {
  text: string
  turn: number
}

let said: Said = { text: '', turn: 0 }
const listeners = new Set<() => void>()
const nothing: Said = { text: '', turn: 0 }

/** Reads a sentence out through the page's one polite region. Saying the same twice is heard twice. */
export function announce(text: string): void {
  said = { text, turn: said.turn + 1 }
  for (const listener of listeners) listener()
}

/** The region itself; stands once, in the root layout. */
export function LiveRegion() {
  const current = useSyncExternalStore(
    subscribe,
    () => said,
    () => nothing,
  )
  return (
    <div aria-atomic="true" aria-live="polite" className="sr-only" role="status">
      <p key={current.turn}>{current.text}</p>
    </div>
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
