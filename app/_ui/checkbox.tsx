import type { ComponentProps, ReactNode } from 'react'

/** A box to tick with its words; the whole line can be hit. Takes every attribute of `<input>`. */
export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  children: ReactNode
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <label className="flex min-h-hit cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 hover:bg-sunken">
      <input {...rest} className="size-4 shrink-0 accent-accent" type="checkbox" />
      <span className="leading-tight">{children}</span>
    </label>
  )
}
