'use client'
import { useTranslations } from 'next-intl'

/** “3 of 5”, as it is typed. */
export interface Figure {
  done: string
  of: string
}

/** So many of so many, with nothing odd in it. */
export function isFigure({ done, of }: Figure): boolean {
  const whole = /^\d{1,5}$/
  return whole.test(done) && whole.test(of) && Number(of) > 0 && Number(done) <= Number(of)
}

/** The same as numbers. */
export function countOf({ done, of }: Figure): { done: number; of: number } {
  return { done: Number(done), of: Number(of) }
}

export interface CountFieldsProps {
  figure: Figure
  onChange: (figure: Figure) => void
}

export function CountFields({ figure, onChange }: CountFieldsProps) {
  const t = useTranslations('light.live.report')
  const look =
    'num min-h-11 w-20 rounded-md border border-line-strong bg-raised px-3 text-base text-ink'
  return (
    <fieldset>
      <legend className="pb-1 font-semibold text-base">{t('figure')}</legend>
      <p className="flex items-center gap-2 text-ink-2">
        <input
          aria-label={t('figureDone')}
          className={look}
          inputMode="numeric"
          maxLength={5}
          onChange={(event) => onChange({ ...figure, done: event.target.value.trim() })}
          value={figure.done}
        />
        {t('figureOf')}
        <input
          aria-label={t('figureAll')}
          className={look}
          inputMode="numeric"
          maxLength={5}
          onChange={(event) => onChange({ ...figure, of: event.target.value.trim() })}
          value={figure.of}
        />
      </p>
    </fieldset>
  )
}
