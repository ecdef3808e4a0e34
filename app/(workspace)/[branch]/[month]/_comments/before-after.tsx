import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

interface BeforeAfterProps {
  beforeLabel: string
  before: ReactNode
  afterLabel: string
  after: ReactNode
}

/** Two sides of a change with an arrow between them; screen readers hear both labels. */
export function BeforeAfter({ beforeLabel, before, afterLabel, after }: BeforeAfterProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-2 rounded-md bg-accent-soft px-3 py-2">
      <Side label={beforeLabel}>{before}</Side>
      <ChevronRight aria-hidden="true" className="size-4.5 text-accent-ink" />
      <Side label={afterLabel}>{after}</Side>
    </div>
  )
}

function Side({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5 self-start">
      <p className="text-ink-2 text-sm leading-tight">{label}</p>
      <div className="font-semibold leading-tight [overflow-wrap:anywhere]">{children}</div>
    </div>
  )
}
