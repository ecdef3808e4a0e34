import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { BrandMark } from '#app/_ui/brand-mark.tsx'
import { clientWords } from '#app/_words/client-words.ts'
import { LanguageLine } from './_column/language-line.tsx'

/** One calm column: the mark, one thing to do, the two languages. Nothing here knows who is asking. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell')
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-108 flex-col px-4 pt-10 pb-6 sm:pt-[12vh]">
      <header className="mb-6 flex items-center gap-3">
        <BrandMark className="size-10 shrink-0 text-accent" />
        <div>
          <p className="font-bold text-xl leading-tight tracking-[-0.01em]">{t('product')}</p>
          <p className="text-ink-2 text-sm">{t('tagline')}</p>
        </div>
      </header>
      <NextIntlClientProvider messages={clientWords(await getMessages())}>
        <main id="content">{children}</main>
        <LanguageLine />
      </NextIntlClientProvider>
    </div>
  )
}
