import { useCallback, useEffect, useState } from 'react'

/** How long a place that was gone to stays marked, in milliseconds. */
const flashMs = 1_800

/** Marks one card or row for a moment and brings it into sight. Keys: a place's key, or `member:<id>`. */
export function useFlash(): { flash: string | null; show: (key: string) => void } {
  const [flash, setFlash] = useState<string | null>(null)
  useEffect(() => {
    if (flash === null) return undefined
    const [attribute, value] = flash.startsWith('member:')
      ? ['member', flash.slice(7)]
      : ['place', flash]
    const element = document.querySelector(`[data-${attribute}="${CSS.escape(value)}"]`)
    element?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    element?.querySelector('button')?.focus({ preventScroll: true })
    const timer = setTimeout(() => setFlash(null), flashMs)
    return () => clearTimeout(timer)
  }, [flash])
  const show = useCallback((key: string) => setFlash(key), [])
  return { flash, show }
}
