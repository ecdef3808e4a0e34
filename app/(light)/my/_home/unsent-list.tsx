'use client'
import { useTranslations } from 'next-intl'
import { useAdviceOutbox } from '#app/_advice/use-advice.ts'

/** What this person said and the server has not taken, of all plans. */
export function UnsentList() {
  const t = useTranslations('light.unsent')
  const { picture } = useAdviceOutbox()
  const unsent = picture.acts.filter(({ state }) => state !== 'sent')
  if (unsent.length === 0) return null
  return (
    <section aria-labelledby="unsent">
      <h2 id="unsent">{t('title')}</h2>
      <ul>
        {unsent.map(({ act, state, message }) => (
          <li key={act.id}>
            {'body' in act && act.body} {t(`state.${state}`)} {message}
          </li>
        ))}
      </ul>
    </section>
  )
}
