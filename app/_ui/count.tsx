import { classNames } from './class-names.ts'

/** A number in a small pill behind a heading or a tab: “Cần xử lý 5”. */
export function Count({ value, className }: { value: number; className?: string | undefined }) {
  return (
    <span
      className={classNames(
        'num inline-grid h-5 min-w-5 place-items-center rounded-full bg-sunken px-1.25 font-semibold text-ink text-xs leading-tight',
        className,
      )}
    >
      {value}
    </span>
  )
}
