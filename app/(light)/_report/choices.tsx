'use client'

/** One of a short closed list, each under the thumb. */
export interface ChoicesProps<Option extends string> {
  legend: string
  options: readonly Option[]
  value: Option | null
  wordOf: (option: Option) => string
  onChoose: (option: Option) => void
}

export function Choices<Option extends string>(props: ChoicesProps<Option>) {
  const { legend, options, value, wordOf, onChoose } = props
  return (
    <fieldset>
      <legend className="pb-1 font-semibold text-base">{legend}</legend>
      {options.map((option) => (
        <label className="flex min-h-11 items-center gap-3" key={option}>
          <input
            checked={value === option}
            className="size-5 shrink-0 accent-accent"
            name={legend}
            onChange={() => onChoose(option)}
            type="radio"
          />
          {wordOf(option)}
        </label>
      ))}
    </fieldset>
  )
}
