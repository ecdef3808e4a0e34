import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field, Input } from '#app/_ui/field.tsx'
import { formatDayIn, parseDay } from '#domain/days.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

interface DayInputProps {
  label: string
  first?: string | null | undefined
  optional?: boolean | undefined
  /** Nothing typed is null; what is no day is `bad`. */
  onChange: (day: string | null | 'bad') => void
}

/** A day as people write it, "20/12". */
export function DayInput({ label, first = null, optional, onChange }: DayInputProps) {
  const t = useTranslations('advice.propose')
  const { month } = usePlanSession()
  const [typed, setTyped] = useState(first ? formatDayIn(first, month) : '')
  const isBad = typed.trim() !== '' && parseDay(typed, month) === null
  return (
    <Field error={isBad && typed.length > 3 ? t('badDay') : null} label={label} optional={optional}>
      <Input
        autoComplete="off"
        className="num"
        inputMode="numeric"
        onChange={(event) => {
          const { value } = event.currentTarget
          setTyped(value)
          onChange(value.trim() === '' ? null : (parseDay(value, month) ?? 'bad'))
        }}
        value={typed}
      />
    </Field>
  )
}
