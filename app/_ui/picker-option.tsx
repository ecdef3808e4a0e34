'use client'
import { Combobox as Parts } from '@base-ui/react/combobox'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { matchesSearch } from '#domain/names.ts'

/**
 * One line of a searched list. `words` are looked through together with the label, without diacritics.
 * `hint` is small below, `end` stands at the right edge (a load, a count).
 */
export interface PickerOption {
  id: string
  label: string
  hint?: ReactNode
  end?: ReactNode
  words?: string | undefined
  disabled?: boolean | undefined
}

/** “do thi” finds “Đỗ Thị”. */
export function matchesOption(option: PickerOption, query: string): boolean {
  return matchesSearch(query, `${option.label} ${option.words ?? ''}`)
}

export function labelOf(option: PickerOption): string {
  return option.label
}

export function isSameOption(one: PickerOption, other: PickerOption): boolean {
  return one.id === other.id
}

/** How one option is drawn in every searched list. */
export function PickerLine({ option }: { option: PickerOption }) {
  return (
    <Parts.Item
      className="flex min-h-hit cursor-pointer select-none items-center gap-2.5 rounded-sm px-2.5 py-1 leading-tight outline-none data-disabled:cursor-default data-highlighted:bg-sunken data-selected:font-semibold data-disabled:text-ink-3"
      disabled={option.disabled ?? false}
      value={option}
    >
      <span className="min-w-0 flex-1">
        {option.label}
        {option.hint && <span className="block font-normal text-ink-2 text-sm">{option.hint}</span>}
      </span>
      {option.end && <span className="shrink-0 text-ink-2 text-sm">{option.end}</span>}
      <Parts.ItemIndicator className="shrink-0 text-accent">
        <Check aria-hidden="true" className="size-4.5" />
      </Parts.ItemIndicator>
    </Parts.Item>
  )
}
