import type { ReactNode } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import { NoticeIcon, type NoticeLevel } from '#app/_ui/notice-icon.tsx'
import type { Check } from '#domain/record/check.ts'

interface CheckBoxProps {
  check: Check
  level: NoticeLevel
  /** Nothing stands below its first line. */
  isOneLine?: boolean
  /** What is said, and what helps. */
  children: ReactNode
}

const boxes = {
  block: 'border-block-line bg-block-soft py-2.25',
  reason: 'border-reason-line bg-reason-soft py-2.25',
  note: 'border-line bg-raised py-1',
  done: 'border-line bg-raised py-2.25',
} as const

/** The frame of a check: its level as a shape, a tint and an edge. */
export function CheckBox({ check, level, isOneLine = false, children }: CheckBoxProps) {
  return (
    <li
      className={classNames(
        'grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-2.5 max-sm:grid-cols-[20px_minmax(0,1fr)] rounded-md border pr-2.5 pl-3',
        isOneLine ? 'items-center' : 'items-start',
        boxes[level],
      )}
      data-check={check.key}
    >
      <NoticeIcon
        className={isOneLine ? '' : level === 'note' ? 'mt-2.25' : 'mt-0.5'}
        level={level}
      />
      {children}
    </li>
  )
}
