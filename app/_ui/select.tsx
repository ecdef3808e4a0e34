'use client'
import { Select as Parts } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { fieldLook, popupLook } from './popup-look.ts'

/**
 * One value out of a list of seven or more (fewer: `RadioGroup`). `hideLabel` keeps the label for screen readers.
 * `look`: `field` with a border, `quiet` as text with an arrow (sorting, switching). `icon` stands before the value.
 */
export interface SelectProps<Value extends string> {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string }[]
  hideLabel?: boolean | undefined
  look?: 'field' | 'quiet' | undefined
  icon?: ReactNode
  name?: string | undefined
  className?: string | undefined
}

const quiet =
  'inline-flex min-h-hit items-center gap-2 whitespace-nowrap rounded-md px-2.25 font-medium hover:bg-sunken data-popup-open:bg-sunken'

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, onChange, options, hideLabel = false, look = 'field', icon, name } = props
  return (
    <div className={classNames(look === 'field' && 'grid gap-1', props.className)}>
      <Parts.Root<Value>
        items={[...options]}
        modal={false}
        {...(name === undefined ? {} : { name })}
        onValueChange={(next) => {
          if (next !== null) onChange(next)
        }}
        value={value}
      >
        <Parts.Label className={hideLabel ? 'sr-only' : 'text-ink-2 text-sm'}>{label}</Parts.Label>
        <Parts.Trigger
          className={
            look === 'field' ? classNames(fieldLook, 'flex items-center gap-2 text-left') : quiet
          }
        >
          {icon}
          <Parts.Value className={look === 'field' ? 'flex-1' : undefined} />
          <Parts.Icon className="text-ink-2">
            <ChevronDown aria-hidden="true" className="size-4" />
          </Parts.Icon>
        </Parts.Trigger>
        <Parts.Portal>
          <Parts.Positioner
            alignItemWithTrigger={false}
            className="z-60 outline-none"
            sideOffset={4}
          >
            <Parts.Popup className={classNames(popupLook, 'min-w-(--anchor-width) p-1')}>
              <Parts.List className="max-h-[min(22rem,var(--available-height))] overflow-y-auto">
                {options.map((option) => (
                  <SelectOption key={option.value} {...option} />
                ))}
              </Parts.List>
            </Parts.Popup>
          </Parts.Positioner>
        </Parts.Portal>
      </Parts.Root>
    </div>
  )
}

function SelectOption({ value, label }: { value: string; label: string }) {
  return (
    <Parts.Item
      className="flex min-h-hit cursor-pointer select-none items-center gap-3 rounded-sm px-2.5 py-1 outline-none data-highlighted:bg-sunken data-selected:font-semibold"
      value={value}
    >
      <Parts.ItemText>{label}</Parts.ItemText>
      <Parts.ItemIndicator className="ml-auto text-accent">
        <Check aria-hidden="true" className="size-4.5" />
      </Parts.ItemIndicator>
    </Parts.Item>
  )
}
