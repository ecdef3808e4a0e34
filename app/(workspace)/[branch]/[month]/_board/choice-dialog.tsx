import { Combobox as Parts } from '@base-ui/react/combobox'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { Dialog } from '#app/_ui/dialog.tsx'
import {
  isSameOption,
  labelOf,
  matchesOption,
  PickerLine,
  type PickerOption,
} from '#app/_ui/picker-option.tsx'

interface ChoiceDialogProps {
  title: string
  description?: ReactNode
  searchLabel: string
  emptyText: string
  options: readonly PickerOption[]
  onPick: (id: string) => void
  onClose: () => void
}

/** A searched list in a dialog, a sheet on a phone: type without diacritics, arrows, Enter; or tap. */
export function ChoiceDialog(props: ChoiceDialogProps) {
  const { title, description, searchLabel, emptyText, options, onPick, onClose } = props
  const search = useRef<HTMLInputElement>(null)
  return (
    <Dialog
      open
      title={title}
      description={description}
      initialFocus={search}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Parts.Root<PickerOption>
        inline
        open
        autoHighlight
        items={options}
        filter={matchesOption}
        itemToStringLabel={labelOf}
        isItemEqualToValue={isSameOption}
        value={null}
        onValueChange={(option) => {
          if (option) onPick(option.id)
        }}
      >
        <Parts.Input
          ref={search}
          aria-label={searchLabel}
          placeholder={searchLabel}
          className="min-h-hit w-full rounded-md border border-line-strong bg-raised px-2.75 text-base"
        />
        <Parts.Empty className="px-2.5 py-3 text-sm text-ink-2 empty:hidden">
          {emptyText}
        </Parts.Empty>
        <Parts.List
          aria-label={title}
          className="mt-2 -mx-1 max-h-[min(26rem,55dvh)] overflow-y-auto overscroll-contain pb-2"
        >
          {(option: PickerOption) => <PickerLine key={option.id} option={option} />}
        </Parts.List>
      </Parts.Root>
    </Dialog>
  )
}
