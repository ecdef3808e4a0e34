'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const everyMs = 60_000

/** Keeps a page of rows fresh: each minute while it is looked at, and at once when it is looked at again. */
export function FreshPage() {
  const router = useRouter()
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') router.refresh()
    }
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [router])
  return null
}
