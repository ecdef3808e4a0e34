import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { announce } from '#app/_ui/live-region.tsx'
import { showToast } from '#app/_ui/toast.tsx'
import type { RecordPerson } from '#domain/record/month-record.ts'
import { useDesk } from '../_record/use-desk.ts'
import { useWhenWords } from '../_record/use-when-words.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

interface InviteLineProps {
  person: RecordPerson
  /** They agreed to an earlier content. */
  isAgain: boolean
}

/** Asks one of the committee to look at this version, or says that they were asked, by whom and when. */
export function InviteLine({ person: { personId, name }, isAgain }: InviteLineProps) {
  const t = useTranslations('record.invite')
  const when = useWhenWords()
  const { me } = usePlanSession()
  const { desk, act } = useDesk()
  const [isActing, setActing] = useState(false)
  const asked = desk?.invitations.find((each) => each.personId === personId)
  if (asked) {
    const at = { when: when(asked.at), by: asked.by.name }
    return (
      <p className="mt-1 text-ink-3 text-sm">
        {asked.by.personId === me.personId ? t('sent', at) : t('sentBy', at)}
      </p>
    )
  }
  const invite = async () => {
    setActing(true)
    const outcome = await act({ kind: 'inviteSignOff', personId })
    setActing(false)
    if (outcome.kind === 'done') return announce(t('done', { name }))
    const text = outcome.kind === 'refused' ? outcome.message : t('noAnswer')
    showToast({ text, tone: 'block', id: 'invite' })
  }
  return (
    <Button
      aria-label={t(isAgain ? 'againLabel' : 'label', { name })}
      className="mt-1.75"
      disabledBecause={isActing ? t('sending') : null}
      onClick={() => void invite()}
      size="sm"
    >
      {t(isAgain ? 'again' : 'first')}
    </Button>
  )
}
