import type { ReactNode } from 'react'

/** The number and the name of a step; at the right, where it stands. */
export function StepHead(props: { id: string; number: number; title: string; end?: ReactNode }) {
  const { id, number, title, end } = props
  return (
    <div className="flex min-h-8 shrink-0 items-center gap-2.5">
      <span
        aria-hidden="true"
        className="num grid size-7 shrink-0 place-items-center rounded-full border-[1.5px] border-ink font-semibold"
      >
        {number}
      </span>
      <h2 className="text-[1.125rem]" id={id}>
        {title}
      </h2>
      <span className="ml-auto inline-flex items-center gap-1.25 text-right font-medium text-sm">
        {end}
      </span>
    </div>
  )
}
