import { useEffect, useRef } from 'react'
import { useLookAgain } from '#app/_ui/use-look-again.ts'
import { useRereadPage } from '#app/_ui/use-reread-page.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** Between two looks at whether the plan changed, in milliseconds. */
const everyMs = 5_000

/** A change that is younger may not be committed yet, and is looked for once more. */
const settledMs = 2_000

/** Reads the page again after the plan changed, while it is looked at, so that the newest changes come to be listed. */
export function useFreshHistory(): void {
  const { doc } = usePlanSession()
  const reread = useRereadPage()
  const changedAt = useRef<number | null>(null)
  useEffect(() => {
    const note = () => {
      changedAt.current = Date.now()
    }
    doc.on('update', note)
    return () => doc.off('update', note)
  }, [doc])
  useLookAgain(() => {
    if (changedAt.current === null) return
    if (Date.now() - changedAt.current > settledMs) changedAt.current = null
    reread()
  }, everyMs)
}
