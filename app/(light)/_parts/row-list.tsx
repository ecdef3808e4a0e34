import type { ReactNode } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import { Icon, type IconName } from './icon.tsx'

/** Rows of one card, each at least as high as a thumb. */
export function RowList({ children }: { children: ReactNode }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">{children}</ul>
  )
}

/** One row: a shape, what it is, what else is to know; leads somewhere when it has an address. */
export interface RowProps {
  icon?: IconName | undefined
  ink?: 'block' | 'reason' | 'note' | 'done' | 'quiet' | undefined
  title: ReactNode
  /** Beside the title, such as a state. */
  aside?: ReactNode
  small?: ReactNode
  href?: string | undefined
  children?: ReactNode
}

const inks = {
  block: 'text-block',
  reason: 'text-reason',
  note: 'text-note',
  done: 'text-done',
  quiet: 'text-ink-3',
}

export function Row({ icon, ink = 'quiet', title, aside, small, href, children }: RowProps) {
  const inside = (
    <>
      {icon && <Icon className={classNames('mt-0.5 self-start', inks[ink])} name={icon} />}
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="flex items-baseline justify-between gap-2">
          <b className="min-w-0 [overflow-wrap:anywhere]">{title}</b>
          {aside}
        </span>
        {children && <span className="text-ink-2 text-base">{children}</span>}
        {small && <small className="text-ink-3 text-sm">{small}</small>}
      </span>
      {href && <Icon className="text-ink-3" name="right" />}
    </>
  )
  const look = 'flex min-h-16 items-center gap-3 py-2.5 pr-2.5 pl-3.5 leading-tight'
  return (
    <li>
      {href ? (
        <a className={`${look} text-ink no-underline`} href={href}>
          {inside}
        </a>
      ) : (
        <div className={look}>{inside}</div>
      )}
    </li>
  )
}
