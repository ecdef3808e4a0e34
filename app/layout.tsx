import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { HoldScript } from './_early/hold-script.tsx'
import { TakeOver } from './_early/take-over.tsx'
import { faceVariables } from './_fonts/faces.ts'
import { readTheme, themeCookie } from './_preferences/themes.ts'
import { failureWords } from './_words/client-words.ts'
import './globals.css'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f4' },
    { media: '(prefers-color-scheme: dark)', color: '#1e1c19' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { template: `%s · ${t('product')}`, default: t('product') },
    description: t('tagline'),
    robots: { index: false, follow: false },
  }
}

/** Every page: language and theme from cookies, so that the first byte is already right. Each part brings its own words. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value)
  return (
    <html
      className={faceVariables}
      data-theme={theme === 'system' ? undefined : theme}
      lang={await getLocale()}
    >
      <body>
        <HoldScript />
        <NextIntlClientProvider messages={failureWords(await getMessages())}>
          {children}
        </NextIntlClientProvider>
        <TakeOver />
      </body>
    </html>
  )
}
