import { useTranslations } from 'next-intl'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePeopleHere } from '../_session/use-people-here.ts'

/** Who else is writing at this moment, so that they can be asked to stop. */
export function WritingNow() {
  const t = useTranslations('record.seal')
  const { me } = usePlanSession()
  const writing = usePeopleHere().filter(
    ({ isWriting, personId }) => isWriting && personId !== me.personId,
  )
  const names = [...new Set(writing.map(({ name }) => name))]
  if (names.length === 0) return null
  return (
    <p className="text-reason text-sm" role="status">
      {t('writing', { names: names.join(', ') })}
    </p>
  )
}
