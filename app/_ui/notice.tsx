import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { NoticeIcon, type NoticeLevel } from './notice-icon.tsx'

/**
 * A box that says what is wrong or good to know. `level`: `block`, `reason`, `note`, `done`.
 * `title` is the sentence that matters, the children explain it, `action` is what helps.
 * `dashed` when a place is empty. `live` reads it out when it appears (`alert` for `block`).
 */
export interface NoticeProps {
  level: NoticeLevel
  title: ReactNode
  action?: ReactNode
  dashed?: boolean | undefined
  live?: boolean | undefined
  className?: string | undefined
  children?: ReactNode
}

const boxes: Record<NoticeLevel, string> = {
  block: 'border-block-line bg-block-soft',
  reason: 'border-reason-line bg-reason-soft',
  note: 'border-line-strong bg-note-soft',
  done: 'border-transparent bg-done-soft',
}

export function Notice({ level, title, action, dashed, live, className, children }: NoticeProps) {
  const role = level === 'block' ? 'alert' : 'status'
  return (
    <div
      className={classNames(
        'flex items-start gap-2.5 rounded-lg border px-3.5 py-2.5',
        boxes[level],
        dashed && 'border-block border-dashed',
        className,
      )}
      role={live ? role : undefined}
    >
      <NoticeIcon className="mt-0.5" level={level} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-ink leading-tight">{title}</p>
        {children && <div className="mt-0.5 text-ink-2 text-sm">{children}</div>}
      </div>
      {action && <div className="shrink-0 self-center">{action}</div>}
    </div>
  )
}
