import { Languages } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { chooseLanguage } from '#app/_preferences/actions.ts'
import { languageNames, languages } from '#app/_words/languages.ts'

/** Both languages by their own names, as plain forms: they work before any script has come. */
export async function LanguageLine() {
  const [t, locale] = await Promise.all([getTranslations('auth.signIn'), getLocale()])
  return (
    <footer className="mt-auto pt-8">
      <nav aria-label={t('language')} className="flex items-center gap-1 text-sm">
        <Languages aria-hidden="true" className="mr-1 size-4 text-ink-3" />
        {languages.map((language) => (
          <form action={chooseLanguage.bind(null, language)} key={language}>
            <button
              aria-current={language === locale || undefined}
              className="min-h-hit rounded-md px-2 text-ink-2 hover:bg-sunken aria-[current]:font-semibold aria-[current]:text-ink"
              lang={language}
              type="submit"
            >
              {languageNames[language]}
            </button>
          </form>
        ))}
      </nav>
    </footer>
  )
}
