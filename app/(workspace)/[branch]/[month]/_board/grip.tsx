import { GripVertical } from 'lucide-react'

interface GripProps {
  /** What `useCarry` gives for the grip. */
  hold: Record<string, unknown>
  label: string
  /** A wider, taller target in the rail; chips on cards are tighter. */
  className?: string
}

/** The six dots: only for carrying. With the keyboard, the space bar picks up. */
export function Grip({ hold, label, className = '' }: GripProps) {
  return (
    <button
      type="button"
      {...hold}
      aria-label={label}
      className={`grid flex-none cursor-grab touch-none place-items-center self-stretch rounded-sm text-ink-3 hover:text-ink ${className}`}
    >
      <GripVertical aria-hidden="true" className="size-[15px]" strokeWidth={2} />
    </button>
  )
}
