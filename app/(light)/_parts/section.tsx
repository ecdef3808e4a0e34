import { type ReactNode, useId } from 'react'
import { Count } from '#app/_ui/count.tsx'

/** A heading with what belongs under it. `count` stands behind the heading. */
export interface SectionProps {
  title: string
  count?: number | undefined
  children: ReactNode
}

export function Section({ title, count, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 className="flex items-center gap-2 pt-4 pb-2 text-base" id={id}>
        {title}
        {count !== undefined && <Count value={count} />}
      </h2>
      {children}
    </section>
  )
}
