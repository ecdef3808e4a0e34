import { useState } from 'react'
import { announce } from '#app/_ui/live-region.tsx'
import { showToast } from '#app/_ui/toast.tsx'
import type { DeskAct } from './desk-store.ts'
import { useDesk } from './use-desk.ts'

/** Acts whose outcome is told at once: read out where it was done and `done` says so, else shown in the toast `id`. */
export function useToldAct(id: string, noAnswer: string) {
  const { act } = useDesk()
  const [isActing, setActing] = useState(false)
  async function run(sent: DeskAct, done?: string): Promise<void> {
    setActing(true)
    const outcome = await act(sent)
    setActing(false)
    if (outcome.kind !== 'done') {
      const text = outcome.kind === 'refused' ? outcome.message : noAnswer
      showToast({ text, tone: 'block', id })
    } else if (done !== undefined) announce(done)
  }
  return { isActing, run }
}
