'use server'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { languageCookie, languages } from '../_words/languages.ts'
import { themeCookie, themes } from './themes.ts'

const oneYearSeconds = 31_536_000

/** Remembers the reader's language in this browser; the page is rendered anew in it. Anything else is refused. */
export async function chooseLanguage(language: string): Promise<void> {
  await remember(languageCookie, z.enum(languages).parse(language))
}

/** Remembers light, dark or as the device does, so that the next page is drawn right at once. */
export async function chooseTheme(theme: string): Promise<void> {
  await remember(themeCookie, z.enum(themes).parse(theme))
}

async function remember(name: string, value: string): Promise<void> {
  const jar = await cookies()
  jar.set(name, value, { path: '/', maxAge: oneYearSeconds, sameSite: 'lax', httpOnly: true })
}
