import { useTranslations } from 'next-intl'
import { Avatar } from '#app/_ui/avatar.tsx'
import type { RecordPerson } from '#domain/record/month-record.ts'
import type { SignOffView } from '#domain/record/record-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePeopleHere } from '../_session/use-people-here.ts'
import { InviteLine } from './invite-line.tsx'
import { SignOffStanding } from './sign-off-standing.tsx'
import { SignOffVerbs } from './sign-off-verbs.tsx'
import { SinceSignOff } from './since-sign-off.tsx'
import type { FinaliseView } from './use-finalise-view.ts'

interface SignOffLineProps {
  person: RecordPerson
  signOff: SignOffView | null
  /** This screen shows what the server has. */
  isSame: boolean
  view: FinaliseView
}

/** One of the committee: what they agreed to and when, what changed since, for oneself the button, for others a way to ask. */
export function SignOffLine({ person, signOff, isSame, view }: SignOffLineProps) {
  const role = useTranslations('words.role')
  const { me, canEdit, right } = usePlanSession()
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
        <SignOffStanding isSame={isSame} signOff={signOff} />
        {signOff && !signOff.covers ? <SinceSignOff signOff={signOff} /> : null}
        {isMe && canEdit ? <SignOffVerbs isSame={isSame} signOff={signOff} view={view} /> : null}
        {!isMe && right === 'finalise' && !signOff?.covers ? (
          <InviteLine isAgain={signOff !== null} person={person} />
        ) : null}
      </div>
    </li>
  )
}
