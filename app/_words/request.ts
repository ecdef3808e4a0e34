import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { en } from './en.ts'
import { languageCookie, readLanguage } from './languages.ts'
import { timeZone } from './time-zone.ts'
import { vi } from './vi.ts'

/** Which language this request is answered in. next-intl asks this file; next.config.ts names it. */
export default getRequestConfig(async () => {
  const language = readLanguage((await cookies()).get(languageCookie)?.value)
  return { locale: language, messages: language === 'vi' ? vi : en, timeZone }
})
