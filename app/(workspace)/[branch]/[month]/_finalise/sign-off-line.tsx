import { CircleCheck, Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Avatar } from '#app/_ui/avatar.tsx'
import { Button } from '#app/_ui/button.tsx'
import { classNames } from '#app/_ui/class-names.ts'
import { announce } from '#app/_ui/live-region.tsx'
import { showToast } from '#app/_ui/toast.tsx'
import type { RecordPerson } from '#domain/record/month-record.ts'
import type { SignOffView } from '#domain/record/record-desk.ts'
import { useDesk } from '../_record/use-desk.ts'
import { useWhenWords } from '../_record/use-when-words.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePeopleHere } from '../_session/use-people-here.ts'
import { SinceSignOff } from './since-sign-off.tsx'
import type { FinaliseView } from './use-finalise-view.ts'

interface SignOffLineProps {
  person: RecordPerson
  signOff: SignOffView | null
  /** This screen shows what the server has. */
  isSame: boolean
  view: FinaliseView
}

/** One of the committee: what they agreed to and when, what changed since, and for oneself the button. */
export function SignOffLine({ person, signOff, isSame, view }: SignOffLineProps) {
  const role = useTranslations('words.role')
  const { me, canEdit } = usePlanSession()
  const isMe = person.personId === me.personId
  const here = usePeopleHere().find(({ personId }) => personId === person.personId)
  const colour = isMe ? null : (here?.colour ?? null)
  return (
    <li className="flex items-start gap-2.5 border-line border-b py-2.5">
      <Avatar colour={colour} name={person.name} />
      <div className="min-w-0 flex-1">
        <p className="leading-tight">
          <b>{person.name}</b>{' '}
          {person.office ? <span className="text-ink-3">{role(person.office)}</span> : null}
        </p>
        <Standing isSame={isSame} signOff={signOff} />
        {signOff && !signOff.covers && signOff.changes.length > 0 ? (
          <SinceSignOff changes={signOff.changes} />
        ) : null}
        {isMe && canEdit ? <OwnVerbs isSame={isSame} signOff={signOff} view={view} /> : null}
      </div>
    </li>
  )
}

function Standing({ signOff, isSame }: Pick<SignOffLineProps, 'signOff' | 'isSame'>) {
  const t = useTranslations('record.signOff')
  const when = useWhenWords()
  if (signOff === null) return <p className="text-ink-2 text-sm">{t('none')}</p>
  const isCovering = signOff.covers && isSame
  const Icon = isCovering ? CircleCheck : Clock
  const count = signOff.changes.length
  const words = isCovering
    ? t('covers', { when: when(signOff.at) })
    : count > 0
      ? t('changedSince', { when: when(signOff.at), count })
      : t('changing', { when: when(signOff.at) })
  return (
    <p
      className={classNames(
        'flex items-start gap-1.25 text-sm',
        isCovering ? 'text-done' : 'text-reason',
      )}
    >
      <Icon aria-hidden="true" className="mt-0.75 size-3.75 shrink-0" />
      {words}
    </p>
  )
}

function OwnVerbs({ signOff, isSame, view }: Omit<SignOffLineProps, 'person'>) {
  const t = useTranslations('record.signOff')
  const { act } = useDesk()
  const { right } = usePlanSession()
  const [isActing, setActing] = useState(false)
  const isCovering = signOff?.covers === true && isSame
  const run = async (sent: Parameters<typeof act>[0], done: string) => {
    setActing(true)
    const outcome = await act(sent)
    setActing(false)
    if (outcome.kind === 'done') return announce(done)
    const text = outcome.kind === 'refused' ? outcome.message : t('noAnswer')
    showToast({ text, tone: 'block', id: 'sign-off' })
  }
  if (isCovering) {
    return (
      <Button
        className="mt-1 -ml-2.5 text-accent"
        disabledBecause={isActing ? t('sending') : null}
        kind="quiet"
        onClick={() => void run({ kind: 'takeBackSignOff' }, t('takenBack'))}
        size="sm"
      >
        {t('takeBack')}
      </Button>
    )
  }
  // Whoever may finalise has another next step; for the rest of the committee this is it.
  const isNext = right !== 'finalise'
  return (
    <Button
      className="mt-1.75"
      disabledBecause={isActing ? t('sending') : view.isSaved ? null : t('notSaved')}
      kind={isNext ? 'primary' : 'secondary'}
      onClick={() => void run({ kind: 'signOff', sha256: view.shown.sha256 }, t('signed'))}
      size={isNext ? 'md' : 'sm'}
    >
      {t(signOff ? 'signAgain' : 'sign')}
    </Button>
  )
}
