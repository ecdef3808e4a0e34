import type { ReactNode } from 'react'

interface SlideFrameProps {
  /** What stands small above the title: number, hamlet. */
  over?: ReactNode
  title: string
  /** Last month, at the left; left out when there is nothing to say. */
  before?: { label: string; children: ReactNode } | null
  label?: string
  children: ReactNode
}

/** Sizes grow with the screen, so that a projector of any size is read from the last row. */
export const big = 'text-[clamp(1.25rem,2.5vw,3rem)] leading-tight'
export const middle = 'text-[clamp(1.0625rem,1.75vw,2rem)] leading-snug'
export const small = 'text-[clamp(0.9375rem,1.3vw,1.5rem)] leading-snug'

/** One page: its title, last month beside this one. On a phone one below the other. */
export function SlideFrame({ over, title, before, label, children }: SlideFrameProps) {
  return (
    <article className="flex min-h-0 flex-1 flex-col gap-[2.5vh] overflow-y-auto px-[4vw] pt-[4vh] pb-[2vh]">
      <header>
        {over ? <p className={`${small} text-ink-2`}>{over}</p> : null}
        <h2 className="wrap-anywhere text-balance font-semibold text-[clamp(1.75rem,4vw,5rem)] leading-[1.15]">
          {title}
        </h2>
      </header>
      <div
        className={
          before
            ? 'grid min-h-0 flex-1 gap-[2vw] md:grid-cols-[minmax(0,1fr)_minmax(0,1.7fr)]'
            : 'grid min-h-0 flex-1'
        }
      >
        {before ? (
          <section
            aria-label={before.label}
            className="rounded-lg border border-line bg-surface px-[1.75vw] py-[2vh] text-ink-2 max-md:order-2 max-md:p-3"
          >
            <h3 className={`${small} mb-[1vh] font-semibold text-ink-3`}>{before.label}</h3>
            {before.children}
          </section>
        ) : null}
        <section
          aria-label={label ?? title}
          className="rounded-lg border border-line-strong bg-raised px-[1.75vw] py-[2vh] max-md:p-3"
        >
          {label ? (
            <h3 className={`${small} mb-[1vh] font-semibold text-accent-ink`}>{label}</h3>
          ) : null}
          {children}
        </section>
      </div>
    </article>
  )
}
