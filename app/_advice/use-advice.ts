'use client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { AdviceOutbox, OutboxPicture } from './advice-outbox.ts'
import type { AdvicePicture, AdviceStore } from './advice-store.ts'

export const OutboxContext = createContext<AdviceOutbox | null>(null)
export const AdviceContext = createContext<AdviceStore | null>(null)

/** The talk about the plan around this component, live, and the verbs on it. */
export function useAdvice(): { advice: AdvicePicture; store: AdviceStore } {
  const store = useContext(AdviceContext)
  if (!store) throw new Error('useAdvice outside of AdviceProvider')
  return { advice: useSyncExternalStore(store.subscribe, store.read, store.read), store }
}

/** What this person said in any plan and the server has not taken. */
export function useAdviceOutbox(): { picture: OutboxPicture; outbox: AdviceOutbox } {
  const outbox = useContext(OutboxContext)
  if (!outbox) throw new Error('useAdviceOutbox outside of OutboxProvider')
  return { picture: useSyncExternalStore(outbox.subscribe, outbox.read, outbox.read), outbox }
}
