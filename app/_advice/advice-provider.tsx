'use client'
import { type ReactNode, useContext, useEffect, useState } from 'react'
import type { AdvicePlan } from './act-shelf.ts'
import { AdviceStore, type AdviceStoreOptions } from './advice-store.ts'
import { followHints } from './hints-socket.ts'
import type { AdviceMe } from './lay-unsent.ts'
import { AdviceContext, OutboxContext } from './use-advice.ts'

export interface AdviceProviderProps {
  plan: AdvicePlan
  me: AdviceMe
  first?: AdviceStoreOptions['first']
  /** Listens on a socket of its own for this room. Without it, whoever has a socket calls `store.refresh()`. */
  hintsRoom?: string | undefined
  children: ReactNode
}

/** The talk about one plan for everything inside. Inside an OutboxProvider; give it a key of branch and month. */
export function AdviceProvider({ plan, me, first, hintsRoom, children }: AdviceProviderProps) {
  const outbox = useContext(OutboxContext)
  if (!outbox) throw new Error('AdviceProvider outside of OutboxProvider')
  const [store] = useState(() => new AdviceStore({ plan, me, outbox, first: first ?? null }))
  useEffect(() => {
    store.enter()
    return () => store.leave()
  }, [store])
  useEffect(() => {
    if (hintsRoom === undefined) return
    return followHints(hintsRoom, {
      changed: (what) => {
        if (what === 'comments') void store.refresh()
      },
    })
  }, [store, hintsRoom])
  return <AdviceContext value={store}>{children}</AdviceContext>
}
