import { CircleCheck, Info, OctagonMinus, TriangleAlert } from 'lucide-react'
import { classNames } from './class-names.ts'

/** The levels of notice, strongest first, and `done`. Each has its own shape, so that colour comes last. */
export type NoticeLevel = 'block' | 'reason' | 'note' | 'done'

/** The shape of a level: octagon, triangle, circle, tick. Always stands beside words. `size`: `md` 18, `sm` 15 px. */
export interface NoticeIconProps {
  level: NoticeLevel
  size?: 'md' | 'sm' | undefined
  className?: string | undefined
}

const shapes = { block: OctagonMinus, reason: TriangleAlert, note: Info, done: CircleCheck }

const inks: Record<NoticeLevel, string> = {
  block: 'text-block',
  reason: 'text-reason',
  note: 'text-note',
  done: 'text-done',
}

export function NoticeIcon({ level, size = 'md', className }: NoticeIconProps) {
  const Shape = shapes[level]
  return (
    <Shape
      aria-hidden="true"
      className={classNames(
        'shrink-0',
        size === 'md' ? 'size-4.5' : 'size-3.75',
        inks[level],
        className,
      )}
    />
  )
}
