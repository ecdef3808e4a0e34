/** The languages that the pages speak, the default first. The address never says which; the cookie does. */
export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

export const languageCookie = 'lang'

/** What each language calls itself, so that people find their own. */
export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' }

/** The language that a cookie's value asks for; Vietnamese for anything unknown. */
export function readLanguage(value: string | undefined): Language {
  return languages.find((language) => language === value) ?? 'vi'
}
