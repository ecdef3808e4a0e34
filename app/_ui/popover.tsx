'use client'
import { Popover as Parts } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { popupLook } from './popup-look.ts'

/**
 * A small panel beside its button; clicking elsewhere or Esc closes it. `label` names it for screen readers,
 * `title` also shows that name. `open` with `onOpenChange` when the page must close it.
 */
export interface PopoverProps {
  trigger: ReactElement
  label: string
  title?: ReactNode
  align?: 'start' | 'center' | 'end' | undefined
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  className?: string | undefined
  children: ReactNode
}

export function Popover(props: PopoverProps) {
  const {
    trigger,
    label,
    title,
    align = 'start',
    side = 'bottom',
    open,
    onOpenChange,
    className,
  } = props
  return (
    <Parts.Root
      {...(open === undefined ? {} : { open })}
      onOpenChange={(next) => onOpenChange?.(next)}
    >
      <Parts.Trigger render={trigger} />
      <Parts.Portal>
        <Parts.Positioner
          align={align}
          className="z-50"
          collisionPadding={8}
          side={side}
          sideOffset={6}
        >
          <Parts.Popup
            aria-label={title ? undefined : label}
            className={classNames(
              popupLook,
              'max-h-(--available-height) w-max max-w-[min(24rem,var(--available-width))] overflow-y-auto p-4',
              className,
            )}
          >
            {title && <Parts.Title className="mb-1.5 text-md">{title}</Parts.Title>}
            {props.children}
          </Parts.Popup>
        </Parts.Positioner>
      </Parts.Portal>
    </Parts.Root>
  )
}
