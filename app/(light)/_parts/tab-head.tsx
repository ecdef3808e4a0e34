import type { ReactNode } from 'react'

/** The head of one of the four places: its name, and the month beside it. */
export function TabHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="bg-surface">
      <div className="mx-auto flex max-w-150 items-center gap-3 px-4 pt-4 pb-2">
        <h1 className="font-semibold text-2xl text-[1.375rem]">{title}</h1>
        {children}
      </div>
    </header>
  )
}
