'use client'
import { type ReactNode, useEffect, useState } from 'react'
import { AdviceOutbox } from './advice-outbox.ts'
import { OutboxContext } from './use-advice.ts'

/** One's unsent words for every page inside, sent from whichever of them is open. Give it `key={personId}`. */
export function OutboxProvider({ personId, children }: { personId: string; children: ReactNode }) {
  const [outbox] = useState(() => new AdviceOutbox(personId))
  useEffect(() => {
    outbox.enter()
    const hint = () => {
      if (document.visibilityState === 'visible') outbox.hint()
    }
    window.addEventListener('online', hint)
    document.addEventListener('visibilitychange', hint)
    return () => {
      window.removeEventListener('online', hint)
      document.removeEventListener('visibilitychange', hint)
      outbox.leave()
    }
  }, [outbox])
  return <OutboxContext value={outbox}>{children}</OutboxContext>
}
