import { useEffect, useRef } from 'react'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import { useTalk } from './talk.ts'

/** Leads to a place of these kinds when somebody wants to see it and this page has it. */
export function useSought(
  kinds: readonly AdvicePlace['kind'][],
  goTo: (place: AdvicePlace, threadId: string) => void,
): void {
  const { sought, taken } = useTalk()
  const latest = useRef({ kinds, goTo })
  latest.current = { kinds, goTo }
  useEffect(() => {
    if (!sought || !latest.current.kinds.includes(sought.place.kind)) return
    latest.current.goTo(sought.place, sought.threadId)
    taken()
  }, [sought, taken])
}
