'use client'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** What the projector covers: while it is shown, neither keys nor screen readers come there. What was typed stays. */
export function BehindProjector({ children }: { children: ReactNode }) {
  const isCovered = usePathname().endsWith('/meeting')
  return (
    <div className="contents" inert={isCovered}>
      {children}
    </div>
  )
}
