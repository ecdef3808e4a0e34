'use client'
import { Menu as Parts } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import Link from 'next/link'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { popupLook } from './popup-look.ts'

/** A list of actions under a button. `trigger` is the button; `align` where the list lines up with it. */
export interface MenuProps {
  trigger: ReactElement
  align?: 'start' | 'center' | 'end' | undefined
  side?: 'top' | 'bottom' | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  children: ReactNode
}

export function Menu({
  trigger,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
  children,
}: MenuProps) {
  return (
    <Parts.Root
      modal={false}
      {...(open === undefined ? {} : { open })}
      onOpenChange={(next) => onOpenChange?.(next)}
    >
      <Parts.Trigger render={trigger} />
      <Parts.Portal>
        <Parts.Positioner align={align} className="z-50 outline-none" side={side} sideOffset={4}>
          <Parts.Popup
            className={classNames(
              popupLook,
              'max-h-(--available-height) min-w-56 overflow-y-auto p-1',
            )}
          >
            {children}
          </Parts.Popup>
        </Parts.Positioner>
      </Parts.Portal>
    </Parts.Root>
  )
}

const itemLook =
  'flex min-h-hit w-full cursor-pointer select-none items-center gap-2.5 rounded-sm px-2.5 py-1 text-base leading-tight no-underline outline-none data-highlighted:bg-sunken data-disabled:cursor-default data-disabled:text-ink-3 [&_svg]:size-4.5 [&_svg]:shrink-0'

/** One action. `icon` before the words, `hint` small below them; `tone` `block` for what takes away. */
export interface MenuItemProps {
  icon?: ReactNode
  hint?: string | undefined
  tone?: 'plain' | 'block' | undefined
  disabled?: boolean | undefined
  onClick?: (() => void) | undefined
  children: ReactNode
}

export function MenuItem({
  icon,
  hint,
  tone = 'plain',
  disabled = false,
  onClick,
  children,
}: MenuItemProps) {
  return (
    <Parts.Item
      className={classNames(itemLook, tone === 'block' ? 'text-block' : 'text-ink')}
      disabled={disabled}
      onClick={() => onClick?.()}
    >
      {icon}
      <MenuWords hint={hint}>{children}</MenuWords>
    </Parts.Item>
  )
}

/** A way to another page. `current` marks the page that is open. */
export interface MenuLinkProps {
  href: string
  icon?: ReactNode
  hint?: string | undefined
  current?: boolean | undefined
  children: ReactNode
}

export function MenuLink({ href, icon, hint, current = false, children }: MenuLinkProps) {
  return (
    <Parts.Item
      className={classNames(itemLook, 'text-ink', current && 'font-semibold')}
      render={<Link aria-current={current ? 'page' : undefined} href={href} />}
    >
      {icon}
      <MenuWords hint={hint}>{children}</MenuWords>
      {current && <Check aria-hidden="true" className="ml-auto text-accent" />}
    </Parts.Item>
  )
}

/** One of a few values, chosen in place; the menu stays open. */
export interface MenuChoicesProps<Value extends string> {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string }[]
}

export function MenuChoices<Value extends string>(props: MenuChoicesProps<Value>) {
  const { label, value, onChange, options } = props
  return (
    <Parts.Group>
      <Parts.GroupLabel className="px-2.5 pt-2 pb-1 text-ink-3 text-sm">{label}</Parts.GroupLabel>
      <Parts.RadioGroup onValueChange={(next: Value) => onChange(next)} value={value}>
        {options.map((option) => (
          <Parts.RadioItem className={itemLook} key={option.value} value={option.value}>
            {option.label}
            <Parts.RadioItemIndicator className="ml-auto text-accent">
              <Check aria-hidden="true" />
            </Parts.RadioItemIndicator>
          </Parts.RadioItem>
        ))}
      </Parts.RadioGroup>
    </Parts.Group>
  )
}

export function MenuSeparator() {
  return <Parts.Separator className="-mx-1 my-1 h-px bg-line" />
}

function MenuWords({ hint, children }: { hint: string | undefined; children: ReactNode }) {
  return (
    <span className="min-w-0 flex-1">
      {children}
      {hint && <span className="block text-ink-3 text-sm">{hint}</span>}
    </span>
  )
}
