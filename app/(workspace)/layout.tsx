import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The frame of every page behind the sign-in. Who may see what is asked by each page, never here. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell')
  return (
    <>
      <a
        className="sr-only rounded-md bg-raised shadow-pop focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-70 focus:px-3 focus:py-2"
        href="#content"
      >
        {t('skipToContent')}
      </a>
      {children}
    </>
  )
}
