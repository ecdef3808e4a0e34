import 'server-only'
import { cookies } from 'next/headers'
import { type Language, languages } from '#domain/error-texts.ts'

/** The language that this request's browser chose; Vietnamese when it chose none. */
export async function askedLanguage(): Promise<Language> {
  const wanted = (await cookies()).get('lang')?.value
  return languages.find((known) => known === wanted) ?? 'vi'
}
