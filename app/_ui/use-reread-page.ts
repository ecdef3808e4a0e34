'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import { rereadWhenServed } from './reread-when-served.ts'

/**
 * Reads the page's rows again as soon as the server is there; what it shows and what was typed stay meanwhile. Pages are
 * read again in this way only, never by `router.refresh()` itself.
 */
export function useRereadPage(): () => void {
  const router = useRouter()
  const life = useRef<AbortController | null>(null)
  const isWaiting = useRef(false)
  useEffect(() => {
    life.current = new AbortController()
    return () => {
      life.current?.abort()
      isWaiting.current = false
    }
  }, [])
  return useCallback(() => {
    const signal = life.current?.signal
    // What is waiting will be read later than now, and so serves this call too.
    if (!signal || signal.aborted || isWaiting.current) return
    isWaiting.current = true
    const reread = () => {
      isWaiting.current = false
      router.refresh()
    }
    void rereadWhenServed(reread, signal)
  }, [router])
}
