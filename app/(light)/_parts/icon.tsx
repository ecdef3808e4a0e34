import type { ReactNode } from 'react'
import { classNames } from '#app/_ui/class-names.ts'

/** Shapes on a grid of 24, drawn as lines; a few bytes each, so that a page on a weak line carries its own. */
const shapes = {
  at: (
    <>
      <circle cx="12" cy="12" r="3.8" />
      <path d="M15.8 8.2v5.3c0 3.3 4.7 2.8 4.7-1.5a8.5 8.5 0 1 0-3.5 6.9" />
    </>
  ),
  block: <path d="M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3zM8 12h8" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7.5V12l3 2" />
    </>
  ),
  done: (
    <>
      <circle cx="12" cy="12" r="8.7" />
      <path d="m8.2 12.3 2.6 2.6 5-5.6" />
    </>
  ),
  down: <path d="m6 9.5 6 6 6-6" />,
  flag: (
    <path d="M5.5 21V4.2s1-.9 4-.9 4.5 1.9 7.5 1.9 2.5-.5 2.5-.5v9.6s-1 .8-3.5.8-4.5-1.8-7.5-1.8-3 .9-3 .9" />
  ),
  house: <path d="M4 11.5 12 4.5l8 7M6 10v9.5h12V10M10 19.5v-5h4v5" />,
  left: <path d="m14.5 6-6 6 6 6" />,
  lock: (
    <>
      <rect height="9" rx="2" width="14" x="5" y="11" />
      <path d="M8 11V8a4 4 0 0 1 8 0v3" />
    </>
  ),
  move: <path d="M4 8h13M13.5 4.5 17 8l-3.5 3.5M20 16H7M10.5 12.5 7 16l3.5 3.5" />,
  note: (
    <>
      <circle cx="12" cy="12" r="8.7" />
      <path d="M12 11.2v5M12 7.8v.01" />
    </>
  ),
  offline: (
    <>
      <path d="M7 18.5a4.5 4.5 0 0 1-.6-8.9 5.8 5.8 0 0 1 11.2 0A4.4 4.4 0 0 1 17 18.5z" />
      <path d="m4 4 16 17" />
    </>
  ),
  pencil: <path d="M4 20h4L19.2 8.8a2.1 2.1 0 0 0 0-3l-1-1a2.1 2.1 0 0 0-3 0L4 16zM13.5 6.5l4 4" />,
  people: (
    <>
      <circle cx="9" cy="8.5" r="3.5" />
      <path d="M3 19.5c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.5c2.2.6 3.5 2.3 3.5 5" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="3.8" />
      <path d="M5 20c0-4 2.8-6 7-6s7 2 7 6" />
    </>
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  right: <path d="m9.5 6 6 6-6 6" />,
  send: <path d="M20.5 3.5 10.5 13.5M20.5 3.5l-6.5 17-3.5-7-7-3.5z" />,
  sheet: <path d="M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9 12.5h7M9 16h7" />,
  talk: (
    <path d="M4.5 5.5h15a1 1 0 0 1 1 1V16a1 1 0 0 1-1 1H12l-4.5 4v-4h-3a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1z" />
  ),
  todo: <circle cx="12" cy="12" r="8.5" />,
  warn: <path d="M12 4 21 19.5H3zM12 10v4.5M12 17v.01" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes

/** A small picture beside the words that say the same. `md` 18 px, `sm` 15 px. */
export interface IconProps {
  name: IconName
  size?: 'sm' | 'md'
  className?: string
}

export function Icon({ name, size = 'md', className }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      className={classNames('shrink-0', size === 'md' ? 'size-4.5' : 'size-3.75', className)}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={1.75}
      viewBox="0 0 24 24"
    >
      {shapes[name]}
    </svg>
  )
}
