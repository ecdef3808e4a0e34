import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { formatDay, parseDay } from '#domain/days.ts'

/** A day as people write it: "20/12", or "2012" where a phone's keys have no stroke. */
export interface DayFieldProps {
  label: string
  /** yyyy-mm; a day without a year is taken around it. */
  month: string
  /** Nothing typed is null; what is no day is `bad`. */
  onChange: (day: string | null | 'bad') => void
}

export function DayField({ label, month, onChange }: DayFieldProps) {
  const t = useTranslations('light.live.propose')
  const id = useId()
  const [typed, setTyped] = useState('')
  const day = parseDay(typed, month)
  const isBad = day === null && typed.trim().length > 3
  return (
    <div className="grid gap-1 text-sm">
      <label className="font-semibold" htmlFor={id}>
        {label}
      </label>
      <input
        aria-describedby={`${id}-day`}
        aria-invalid={isBad}
        autoComplete="off"
        className="num min-h-11.5 w-full rounded-lg border border-line-strong bg-raised px-3.5 text-base aria-invalid:border-block"
        id={id}
        inputMode="numeric"
        onChange={({ target }) => {
          setTyped(target.value)
          const isEmpty = target.value.trim() === ''
          onChange(isEmpty ? null : (parseDay(target.value, month) ?? 'bad'))
        }}
        placeholder={t('dayHint')}
        value={typed}
      />
      <p className={isBad ? 'text-block' : 'text-ink-2'} id={`${id}-day`} role="status">
        {isBad ? t('badDay') : day && formatDay(day)}
      </p>
    </div>
  )
}
