'use client'
import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from './class-names.ts'

/** A field to narrow a list while typing. `label` is its name for screen readers and stands in it while empty. */
export interface SearchFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  className?: string | undefined
}

export function SearchField({ label, value, onChange, className }: SearchFieldProps) {
  const t = useTranslations('shell')
  return (
    <div
      className={classNames(
        'flex min-h-hit min-w-0 items-center gap-1.5 rounded-md border border-line-strong bg-raised pl-2.25 text-ink-3 focus-within:outline-3 focus-within:outline-focus focus-within:outline-offset-1',
        className,
      )}
    >
      <Search aria-hidden="true" className="size-4 shrink-0" />
      <input
        aria-label={label}
        autoComplete="off"
        className="h-full min-w-0 flex-1 bg-transparent text-ink text-sm outline-none [&::-webkit-search-cancel-button]:hidden"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation()
            onChange('')
          }
        }}
        placeholder={label}
        type="search"
        value={value}
      />
      {value !== '' && (
        <button
          aria-label={t('clearSearch')}
          className="grid size-8 shrink-0 place-items-center rounded-md hover:text-ink"
          onClick={() => onChange('')}
          type="button"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </div>
  )
}
