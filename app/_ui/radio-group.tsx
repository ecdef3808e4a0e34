import type { ReactNode } from 'react'

/** One of up to six values, all in sight. `hint` explains an option below its words. */
export interface RadioGroupProps<Value extends string> {
  legend: string
  name: string
  value: Value | null
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string; hint?: ReactNode }[]
  hideLegend?: boolean | undefined
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { legend, name, value, onChange, options, hideLegend = false } = props
  return (
    <fieldset className="grid gap-0.5">
      <legend className={hideLegend ? 'sr-only' : 'mb-1 text-ink-2 text-sm'}>{legend}</legend>
      {options.map((option) => (
        <label
          className="flex min-h-hit cursor-pointer items-start gap-2.5 rounded-md px-2 py-1.75 hover:bg-sunken has-checked:bg-accent-soft"
          key={option.value}
        >
          <input
            checked={value === option.value}
            className="mt-0.75 size-4 shrink-0 accent-accent"
            name={name}
            onChange={() => onChange(option.value)}
            type="radio"
            value={option.value}
          />
          <span className="leading-tight">
            {option.label}
            {option.hint && <span className="block text-ink-2 text-sm">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
