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

/**
 * Sizes grow with the picture's lower side, so that a projector of any size is read from the last row: the smallest type is
 * a thirtieth of its height. A phone in the hand has sizes of its own.
 */
export const title = 'text-[max(1.75rem,7vmin)] leading-tight'
export const big = 'text-[max(1.375rem,5.25vmin)] leading-tight'
export const middle = 'text-[max(1.125rem,4vmin)] leading-tight'
export const small = 'text-[max(1rem,3.4vmin)] leading-tight'

/** A page longer than the screen is reached by keyboard too. */
const reachable = { tabIndex: 0 }

/** One page: its title, last month beside this one. On a phone one below the other. */
export function SlideFrame({ over, title: words, before, label, children }: SlideFrameProps) {
  return (
    <article
      {...reachable}
      className="flex min-h-0 flex-1 touch-pan-y touch-pinch-zoom flex-col gap-[2.5vh] overflow-y-auto -outline-offset-3 px-[4vw] pt-[3vh] pb-[2vh]"
    >
      <header>
        {over ? <p className={`${small} text-ink-2`}>{over}</p> : null}
        <h2 className={`${title} wrap-anywhere text-balance font-semibold`}>{words}</h2>
      </header>
      <div
        className={
          before
            ? 'grid flex-1 gap-[2vw] md:grid-cols-[minmax(0,1fr)_minmax(0,1.7fr)]'
            : 'grid flex-1'
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
          aria-label={label ?? words}
          className="flex flex-col rounded-lg border border-line-strong bg-raised px-[1.75vw] py-[2vh] max-md:p-3"
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
