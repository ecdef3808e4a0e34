'use client'
import { Combobox as Parts } from '@base-ui/react/combobox'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import {
  isSameOption,
  labelOf,
  matchesOption,
  PickerLine,
  type PickerOption,
} from './picker-option.tsx'
import { popupLook } from './popup-look.ts'

/**
 * A searched list under any button (`trigger`): type without diacritics, arrows, Enter. `label` names the panel,
 * `searchLabel` the search field, `emptyText` is said when nothing fits, `intro` says above the list what
 * choosing does. `selected` is ticked. Picking calls `onPick` with the id and closes.
 */
export interface PickerProps {
  trigger: ReactElement
  label: string
  searchLabel: string
  emptyText: string
  options: readonly PickerOption[]
  onPick: (id: string) => void
  selected?: string | null | undefined
  intro?: ReactNode
  align?: 'start' | 'center' | 'end' | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
}

export function Picker(props: PickerProps) {
  const { options, selected = null, onPick, open, onOpenChange } = props
  return (
    <Parts.Root<PickerOption>
      autoHighlight
      filter={matchesOption}
      isItemEqualToValue={isSameOption}
      items={options}
      itemToStringLabel={labelOf}
      onOpenChange={(next) => onOpenChange?.(next)}
      onValueChange={(option) => {
        if (option) onPick(option.id)
      }}
      value={options.find((option) => option.id === selected) ?? null}
      {...(open === undefined ? {} : { open })}
    >
      <PickerPopup {...props} />
    </Parts.Root>
  )
}

function PickerPopup({
  trigger,
  label,
  searchLabel,
  emptyText,
  align = 'start',
  intro,
}: PickerProps) {
  return (
    <>
      {/* A button and no combobox: its name is its words, and the search field is in the panel. */}
      <Parts.Trigger render={trigger} role="button" />
      <Parts.Portal>
        <Parts.Positioner
          align={align}
          className="z-60 outline-none"
          collisionPadding={8}
          sideOffset={4}
        >
          <Parts.Popup
            aria-label={label}
            className={classNames(
              popupLook,
              'flex max-h-[min(26rem,var(--available-height))] w-[min(20rem,var(--available-width))] flex-col',
            )}
          >
            {intro && <p className="px-3.5 pt-2.5 text-ink-2 text-sm">{intro}</p>}
            <div className="p-2">
              <Parts.Input
                aria-label={searchLabel}
                className="min-h-hit w-full rounded-md border border-line-strong bg-raised px-2.75 text-base outline-offset-0"
                placeholder={searchLabel}
              />
            </div>
            <Parts.Empty className="px-3.5 pb-3 text-ink-2 text-sm empty:hidden">
              {emptyText}
            </Parts.Empty>
            <Parts.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1 pt-0 data-empty:p-0">
              {(option: PickerOption) => <PickerLine key={option.id} option={option} />}
            </Parts.List>
          </Parts.Popup>
        </Parts.Positioner>
      </Parts.Portal>
    </>
  )
}
