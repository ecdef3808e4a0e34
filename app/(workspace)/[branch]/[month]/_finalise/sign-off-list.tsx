import { useTranslations } from 'next-intl'
import { useDesk } from '../_record/use-desk.ts'
import { SignOffLine } from './sign-off-line.tsx'
import type { FinaliseView } from './use-finalise-view.ts'

/** What each of the committee says to the version on the screen, and how many the commune wants. */
export function SignOffList({ view }: { view: FinaliseView }) {
  const t = useTranslations('record.signOff')
  const { desk } = useDesk()
  if (desk === null) return null
  const wanted = desk.rules.signOffs
  const isSame = desk.contentSha256 === view.shown.sha256
  const covering = isSame ? desk.signOffs.filter(({ covers }) => covers).length : 0
  return (
    <section aria-labelledby="sign-offs" className="mt-3.5">
      <h3 className="flex flex-wrap items-baseline gap-x-2 text-base" id="sign-offs" tabIndex={-1}>
        {t('title')}
        <span className="font-normal text-ink-3 text-sm">
          {wanted === 0 ? t('notRequired') : t('wanted', { covering, wanted })}
        </span>
      </h3>
      <ul>
        {desk.committee.map((person) => (
          <SignOffLine
            isSame={isSame}
            key={person.personId}
            person={person}
            signOff={desk.signOffs.find(({ personId }) => personId === person.personId) ?? null}
            view={view}
          />
        ))}
      </ul>
    </section>
  )
}
