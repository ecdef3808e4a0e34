'use client'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

/**
 * A button with an icon only. `label` is its name for screen readers and its tooltip, so it is never a riddle.
 * `size`: `md` 36 px, `sm` 30 px; 44 px under a finger. `pressed` makes it a toggle.
 * `disabledBecause` closes it; the tooltip then says the reason after the label.
 */
export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'aria-label'> {
  label: string
  icon: ReactNode
  size?: 'md' | 'sm' | undefined
  pressed?: boolean | undefined
  disabledBecause?: string | null | undefined
}

export function IconButton(props: IconButtonProps) {
  const { label, icon, size = 'md', pressed, disabledBecause, ...rest } = props
  const isClosed = Boolean(disabledBecause)
  return (
    <Tooltip text={disabledBecause ? `${label}: ${disabledBecause}` : label}>
      <button
        type="button"
        {...rest}
        aria-label={disabledBecause ? `${label}: ${disabledBecause}` : label}
        aria-disabled={isClosed || undefined}
        aria-pressed={pressed}
        className={classNames(
          'inline-grid shrink-0 place-items-center rounded-md border border-transparent transition-colors',
          size === 'md' ? 'size-hit [&_svg]:size-4.5' : 'size-hit-sm [&_svg]:size-4',
          isClosed
            ? 'cursor-not-allowed text-ink-3 opacity-55'
            : 'text-ink-2 hover:bg-sunken hover:text-ink',
          pressed && 'bg-sunken text-ink',
          rest.className,
        )}
        onClick={isClosed ? refuse : rest.onClick}
      >
        {icon}
      </button>
    </Tooltip>
  )
}

function refuse(event: MouseEvent) {
  event.preventDefault()
}
