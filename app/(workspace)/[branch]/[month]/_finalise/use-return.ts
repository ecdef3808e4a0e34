import { useSearchParams } from 'next/navigation'
import { type RefObject, useEffect, useRef } from 'react'

/** Comes back to the line from which somebody left to put it right (`?at=`), or to the first that is left. */
export function useReturn(): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  const at = useSearchParams().get('at')
  useEffect(() => {
    if (at === null) return
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-check]') ?? [])]
    const line = lines.find((each) => each.dataset['check'] === at) ?? lines[0]
    line?.scrollIntoView({ block: 'nearest' })
    line?.querySelector<HTMLElement>('button, a, input')?.focus({ preventScroll: true })
  }, [at])
  return list
}
