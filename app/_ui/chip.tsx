import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/**
 * A short fact in a pill, shape and word before colour. `look`: `plain`, `dashed` (not yet settled),
 * `dotted` (not begun), `note`, `filled` (settled). `icon` stands before the words.
 */
export interface ChipProps {
  look?: 'plain' | 'dashed' | 'dotted' | 'note' | 'filled' | undefined
  icon?: ReactNode
  className?: string | undefined
  children: ReactNode
}

const looks = {
  plain: 'border-line-strong bg-raised text-ink-2',
  dashed: 'border-dashed border-current bg-raised text-ink-2',
  dotted: 'border-dotted border-current bg-transparent text-ink-3',
  note: 'border-current bg-note-soft text-note',
  filled: 'border-accent bg-accent text-on-accent',
}

export function Chip({ look = 'plain', icon, className, children }: ChipProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded-full border py-0.75 pr-2.5 pl-2 font-semibold text-sm leading-tight [&_svg]:size-3.75 [&_svg]:shrink-0',
        looks[look],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  )
}
