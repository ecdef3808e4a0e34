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
      className={classNames(
        'hatched relative block h-2 overflow-hidden rounded-full shadow-[inset_0_0_0_1px_var(--color-line-strong)]',
        className,
      )}
    >
      <meter aria-label={label} className="sr-only" max={Math.max(all, 1)} min={0} value={done}>
        {done}/{all}
      </meter>
      <span className="block h-full bg-meter" style={{ width: `${share}%` }} />
    </span>
  )
}
