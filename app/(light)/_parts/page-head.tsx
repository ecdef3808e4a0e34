import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** The head of a page below the four places: the way back, what it is, and what is beside it. */
export interface PageHeadProps {
  back: string
  title: string
  sub: string
  children?: ReactNode
}

export async function PageHead({ back, title, sub, children }: PageHeadProps) {
  const t = await getTranslations('light')
  return (
    <header className="sticky top-0 z-20 border-line border-b bg-surface">
      <div className="mx-auto flex max-w-150 items-center gap-1 py-2.5 pr-4 pl-1.5">
        <a
          aria-label={t('back')}
          className="grid size-11 shrink-0 place-items-center rounded-full text-ink"
          href={back}
        >
          <Icon name="left" />
        </a>
        <div className="min-w-0 flex-1">
          <h1 className="text-xl">{title}</h1>
          <p className="text-ink-2 text-sm">{sub}</p>
        </div>
        {children}
      </div>
    </header>
  )
}
