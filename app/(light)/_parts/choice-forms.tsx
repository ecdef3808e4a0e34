/** A few choices, each a form of its own: they work before any script has come. */
export interface ChoiceFormsProps {
  label: string
  options: readonly { value: string; label: string }[]
  current: string
  action: (value: string) => Promise<void>
}

export function ChoiceForms({ label, options, current, action }: ChoiceFormsProps) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {options.map((option) => (
        <li key={option.value}>
          <form action={action.bind(null, option.value)}>
            <button
              aria-current={option.value === current || undefined}
              className="min-h-11 rounded-full border border-line-strong bg-raised px-4 font-medium text-base aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent-ink"
              type="submit"
            >
              {option.label}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
