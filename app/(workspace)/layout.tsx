import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LiveRegion } from '#app/_ui/live-region.tsx'
import { Toaster } from '#app/_ui/toast.tsx'
import { clientWords } from '#app/_words/client-words.ts'

/** The frame of every page behind the sign-in. Who may see what is asked by each page, never here. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell')
  return (
    <NextIntlClientProvider messages={clientWords(await getMessages())}>
      <a
        className="sr-only rounded-md bg-raised shadow-pop focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-70 focus:px-3 focus:py-2"
        href="#content"
      >
        {t('skipToContent')}
      </a>
      {children}
      <Toaster />
      <LiveRegion />
    </NextIntlClientProvider>
  )
}
