import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { CheckPlace } from '#domain/record/check.ts'

type Seen = Extract<CheckPlace, { id: string }>

/** Leads once to the place that the address names (`?see=group:<id>`), if this page is where it is shown. */
export function useSeen(kinds: readonly Seen['kind'][], goTo: (place: Seen) => void): void {
  const see = useSearchParams().get('see')
  const latest = useRef({ kinds, goTo })
  latest.current = { kinds, goTo }
  useEffect(() => {
    const [kind, id] = see?.split(':') ?? []
    const known = latest.current.kinds.find((each) => each === kind)
    if (known && id) latest.current.goTo({ kind: known, id })
  }, [see])
}
