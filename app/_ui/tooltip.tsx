'use client'
import { Tooltip as Parts } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'

/**
 * A hint on hover and focus. `text` must repeat what the child already says to screen readers (its label);
 * nothing may be found in a tooltip alone. The child is one element that takes props and a ref.
 */
export interface TooltipProps {
  text: string
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined
  children: ReactElement
}

export function Tooltip({ text, side = 'bottom', children }: TooltipProps) {
  return (
    <Parts.Root>
      <Parts.Trigger render={children} />
      <Parts.Portal>
        <Parts.Positioner className="z-70" side={side} sideOffset={6}>
          <Parts.Popup
            aria-hidden="true"
            className="max-w-72 rounded-sm bg-ink px-2 py-1 text-canvas text-sm leading-tight shadow-pop transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {text}
          </Parts.Popup>
        </Parts.Positioner>
      </Parts.Portal>
    </Parts.Root>
  )
}
