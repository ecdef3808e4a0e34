import { useTranslations } from 'next-intl'
import type { Check } from '#domain/record/check.ts'
import { useDesk } from '../_record/use-desk.ts'
import { useWhenWords } from '../_record/use-when-words.ts'

/** The words that answer a check, who gave them and when. */
export function GivenWords({ check }: { check: Check }) {
  const t = useTranslations('record.justify')
  const when = useWhenWords()
  const { desk } = useDesk()
  const given = desk?.justifications.find(({ checkKey }) => checkKey === check.key)
  return (
    <>
      <p className="text-ink-2 text-sm">“{check.justification}”</p>
      {given ? (
        <p className="text-ink-3 text-sm">
          {t('given', { name: given.by.name, when: when(given.at) })}
        </p>
      ) : null}
    </>
  )
}
