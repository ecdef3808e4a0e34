import { classNames } from './class-names.ts'

/**
 * A bar of how much is covered; the gap is hatched, so that it reads without colour. The figures (“16/17”)
 * stand beside it in words and come first. `label` names it for screen readers; nothing to cover counts as full.
 */
export interface MeterProps {
  done: number
  all: number
  label: string
  className?: string | undefined
}

export function Meter({ done, all, label, className }: MeterProps) {
  const share = all === 0 ? 100 : Math.min(100, (done / all) * 100)
  return (
    <span
      aria-label={label}
      aria-valuemax={all}
      aria-valuemin={0}
      aria-valuenow={done}
      aria-valuetext={`${done}/${all}`}
      className={classNames(
        'hatched block h-2 overflow-hidden rounded-full shadow-[inset_0_0_0_1px_var(--color-line-strong)]',
        className,
      )}
      role="meter"
    >
      <span className="block h-full bg-meter" style={{ width: `${share}%` }} />
    </span>
  )
}
