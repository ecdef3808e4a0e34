import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { usePlanSession } from '../_session/plan-session.tsx'

/** Between two readings while somebody types. */
const everyMs = 5_000

/** Reads the page again some time after the plan changed, so that the newest changes come to be listed by themselves. */
export function useFreshHistory(): void {
  const { doc } = usePlanSession()
  const router = useRouter()
  useEffect(() => {
    let timer: number | null = null
    const readSoon = () => {
      timer ??= window.setTimeout(() => {
        timer = null
        router.refresh()
      }, everyMs)
    }
    doc.on('update', readSoon)
    return () => {
      doc.off('update', readSoon)
      if (timer !== null) window.clearTimeout(timer)
    }
  }, [doc, router])
}
