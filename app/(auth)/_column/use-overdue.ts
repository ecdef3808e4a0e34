import { useEffect, useState } from 'react'

/** Has something been going on for longer than people wait without a word? In milliseconds. */
export function useOverdue(isGoingOn: boolean, afterMs: number): boolean {
  const [isOverdue, setIsOverdue] = useState(false)
  useEffect(() => {
    if (!isGoingOn) return
    const timer = setTimeout(() => setIsOverdue(true), afterMs)
    return () => {
      clearTimeout(timer)
      setIsOverdue(false)
    }
  }, [isGoingOn, afterMs])
  return isOverdue
}
