'use client'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

export const headerActionsId = 'plan-header-actions'

/**
 * What a page puts at the right of the tabs: undo, redo, its main action. Rendered anywhere in the page, shown in
 * the header, in the order given. Gone when the page goes.
 */
export function HeaderActions({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => setPlace(document.getElementById(headerActionsId)), [])
  return place ? createPortal(children, place) : null
}
