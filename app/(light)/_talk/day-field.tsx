import { useId } from 'react'

/** A day, chosen with what the phone itself brings for that. Null while none is chosen. */
export interface DayFieldProps {
  label: string
  onChange: (day: string | null) => void
}

export function DayField({ label, onChange }: DayFieldProps) {
  const id = useId()
  return (
    <div className="grid gap-1 text-sm">
      <label className="font-semibold" htmlFor={id}>
        {label}
      </label>
      <input
        className="num min-h-11.5 w-full rounded-lg border border-line-strong bg-raised px-3.5 text-base"
        id={id}
        max="2099-12-31"
        min="2000-01-01"
        onChange={({ target }) =>
          onChange(target.value !== '' && target.validity.valid ? target.value : null)
        }
        type="date"
      />
    </div>
  )
}
