import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { OutboxProvider } from '#app/_advice/outbox-provider.tsx'
import { lightWords } from '#app/_words/client-words.ts'
import { requireActor } from '#server/data/current-actor.ts'
import { KeepPages } from './_offline/keep-pages.tsx'
import { NetLine } from './_offline/net-line.tsx'

/** The frame of the light pages: made for a phone on a weak line, without the live document. */
export default async function LightLayout({ children }: { children: ReactNode }) {
  const [actor, messages, t] = await Promise.all([
    requireActor(),
    getMessages(),
    getTranslations('shell'),
  ])
  return (
    <NextIntlClientProvider messages={lightWords(messages)}>
      <OutboxProvider key={actor.personId} personId={actor.personId}>
        <a
          className="sr-only rounded-md bg-raised focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-70 focus:px-3 focus:py-2"
          href="#content"
        >
          {t('skipToContent')}
        </a>
        <div className="flex min-h-dvh flex-col text-base">
          <NetLine renderedAt={Date.now()} />
          {children}
        </div>
        <KeepPages />
      </OutboxProvider>
    </NextIntlClientProvider>
  )
}
