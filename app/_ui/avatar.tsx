import { initialsOf } from '#domain/names.ts'
import { classNames } from './class-names.ts'

/**
 * Initials in a circle: someone who is here now. `colour` 1 to 6 in the order of joining, none for oneself.
 * It is decoration: the full name stands beside it or in the label of what it sits in. `size`: `md` 28, `sm` 24 px.
 */
export interface AvatarProps {
  name: string
  colour?: number | null | undefined
  size?: 'md' | 'sm' | undefined
  className?: string | undefined
}

export function Avatar({ name, colour, size = 'md', className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'inline-grid shrink-0 place-items-center rounded-full font-semibold leading-tight tracking-[0.01em]',
        size === 'md' ? 'size-7 text-xs' : 'size-6 text-[11px]',
        colour ? `person-${colour} bg-person text-on-person` : 'bg-sunken text-ink-2',
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  )
}
