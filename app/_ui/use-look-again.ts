'use client'
import { useEffect, useRef } from 'react'
import { lookAgain } from './look-again.ts'

/** `lookAgain` for as long as this component stands; always with the newest `look`. */
export function useLookAgain(look: () => void, everyMs: number): void {
  const latest = useRef(look)
  latest.current = look
  useEffect(() => lookAgain(() => latest.current(), everyMs), [everyMs])
}
