import { useEffect, useState } from 'react'
import { proseOf, proseParts } from '#domain/plan-doc.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** Milliseconds of quiet before places in prose are looked for again; typing is not held up by it. */
const quietMs = 250

/** Counts the changes of the prose, somewhat later than they happen. */
export function useProseChanges(isWanted = true): number {
  const { doc } = usePlanSession()
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    if (!isWanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const changed = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setChanges((count) => count + 1), quietMs)
    }
    for (const part of proseParts) proseOf(doc, part).observeDeep(changed)
    return () => {
      clearTimeout(timer)
      for (const part of proseParts) proseOf(doc, part).unobserveDeep(changed)
    }
  }, [doc, isWanted])
  return changes
}
