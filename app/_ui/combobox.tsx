'use client'
import { Combobox as Parts } from '@base-ui/react/combobox'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { classNames } from './class-names.ts'
import {
  isSameOption,
  labelOf,
  matchesOption,
  PickerLine,
  type PickerOption,
} from './picker-option.tsx'
import { fieldLook, popupLook } from './popup-look.ts'

/**
 * A field that one types into to find one of many; without diacritics too. `value` is the chosen id or null.
 * `emptyText` is said when nothing fits. For a list under a button use `Picker`.
 */
export interface ComboboxProps {
  label: string
  value: string | null
  onChange: (id: string | null) => void
  options: readonly PickerOption[]
  emptyText: string
  placeholder?: string | undefined
  hideLabel?: boolean | undefined
  className?: string | undefined
}

export function Combobox(props: ComboboxProps) {
  const { label, value, onChange, options, emptyText, placeholder, hideLabel = false } = props
  const t = useTranslations('shell')
  const id = useId()
  return (
    <div className={classNames('grid gap-1', props.className)}>
      <label className={hideLabel ? 'sr-only' : 'text-ink-2 text-sm'} htmlFor={id}>
        {label}
      </label>
      <Parts.Root<PickerOption>
        autoHighlight
        filter={matchesOption}
        isItemEqualToValue={isSameOption}
        items={options}
        itemToStringLabel={labelOf}
        onValueChange={(option) => onChange(option?.id ?? null)}
        value={options.find((option) => option.id === value) ?? null}
      >
        <Parts.InputGroup className="relative">
          <Parts.Input
            className={classNames(fieldLook, 'pr-9')}
            id={id}
            placeholder={placeholder}
          />
          <Parts.Trigger
            aria-label={t('openList')}
            className="absolute inset-y-0 right-0 grid w-9 place-items-center text-ink-2"
          >
            <ChevronDown aria-hidden="true" className="size-4" />
          </Parts.Trigger>
        </Parts.InputGroup>
        <Parts.Portal>
          <Parts.Positioner align="start" className="z-60 outline-none" sideOffset={4}>
            <Parts.Popup className={classNames(popupLook, 'w-(--anchor-width) min-w-56')}>
              <Parts.Empty className="px-3.5 py-2.5 text-ink-2 text-sm empty:hidden">
                {emptyText}
              </Parts.Empty>
              <Parts.List className="max-h-[min(22rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 data-empty:p-0">
                {(option: PickerOption) => <PickerLine key={option.id} option={option} />}
              </Parts.List>
            </Parts.Popup>
          </Parts.Positioner>
        </Parts.Portal>
      </Parts.Root>
    </div>
  )
}
