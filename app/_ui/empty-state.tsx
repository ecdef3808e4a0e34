import type { ReactNode } from 'react'

/**
 * Nothing here yet: what that means (`title`), why or what then (children), and the way on (`action`).
 * `level` is that of its heading; 1 when it is all that the page has.
 */
export interface EmptyStateProps {
  icon?: ReactNode
  title: string
  level?: 1 | 2 | 3 | undefined
  action?: ReactNode
  children?: ReactNode
}

export function EmptyState({ icon, title, level = 2, action, children }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className="mx-auto grid max-w-110 justify-items-center gap-2 px-4 py-10 text-center">
      {icon && (
        <span aria-hidden="true" className="mb-1 text-ink-3 [&_svg]:size-8">
          {icon}
        </span>
      )}
      <Heading className="text-balance text-lg">{title}</Heading>
      {children && <div className="text-pretty text-ink-2">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
