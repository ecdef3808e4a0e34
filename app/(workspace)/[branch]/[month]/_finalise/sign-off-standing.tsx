import { CircleCheck, Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import type { SignOffView } from '#domain/record/record-desk.ts'
import { useWhenWords } from '../_record/use-when-words.ts'
import { useRosterWords } from './use-roster-words.ts'

interface SignOffStandingProps {
  signOff: SignOffView | null
  /** This screen shows what the server has. */
  isSame: boolean
}

/** What somebody of the committee agreed to and when, and whether that is still what is on the screen. */
export function SignOffStanding({ signOff, isSame }: SignOffStandingProps) {
  const t = useTranslations('record.signOff')
  const sinceWords = useSinceWords()
  const when = useWhenWords()
  if (signOff === null) return <p className="text-ink-2 text-sm">{t('none')}</p>
  const isCovering = signOff.covers && isSame
  const Icon = isCovering ? CircleCheck : Clock
  return (
    <p
      className={classNames(
        'flex items-start gap-1.25 text-sm',
        isCovering ? 'text-done' : 'text-reason',
      )}
    >
      <Icon aria-hidden="true" className="mt-0.75 size-3.75 shrink-0" />
      {isCovering ? t('covers', { when: when(signOff.at) }) : sinceWords(signOff)}
    </p>
  )
}

function useSinceWords(): (signOff: SignOffView) => string {
  const t = useTranslations('record.signOff')
  const { concerned } = useRosterWords()
  const whenWords = useWhenWords()
  return ({ at, changes, roster }) => {
    const when = whenWords(at)
    const count = changes.length
    if (roster.length === 0) {
      return count === 0 ? t('changing', { when }) : t('changedSince', { when, count })
    }
    const names = concerned(roster)
    return count === 0 ? t('rosterSince', { when, names }) : t('bothSince', { when, count, names })
  }
}
