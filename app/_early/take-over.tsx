'use client'
import { useEffect } from 'react'
import { doHeldActs } from './do-held-acts.ts'

/** Stands last in the page: once it lives, everything before it does, and what was held is done. */
export function TakeOver() {
  useEffect(() => {
    const held = window.heldActs
    if (!held) return
    const take = () => void doHeldActs(held.take())
    if (!held.isComposing()) return take()
    window.addEventListener('compositionend', take, { once: true, capture: true })
  }, [])
  return null
}
