import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import { useHolder } from './use-holder.ts'

interface HeldCellProps {
  /** The place as presence names it, `task:<id>:<key>`. */
  place: string
  className?: string
  children: ReactNode
}

/**
 * A cell that shows who else has it open, as a ring and a name in that person's colour. Its content keeps its place
 * when a colleague comes or goes: a field that is made anew would lose the caret of whoever writes in it.
 */
export function HeldCell({ place, className, children }: HeldCellProps) {
  const t = useTranslations('plan.task')
  const holder = useHolder(place)
  return (
    <div
      className={classNames(
        'relative min-w-0',
        holder && `person-${holder.colour} rounded-sm outline-2 outline-person`,
        className,
      )}
    >
      {holder ? (
        <span className="-top-3 absolute right-1.5 z-1 rounded-sm bg-person px-1.5 font-semibold text-on-person text-xs">
          <span aria-hidden="true">{holder.name}</span>
          <span className="sr-only">{t('held', { name: holder.name })}</span>
        </span>
      ) : null}
      {children}
    </div>
  )
}
