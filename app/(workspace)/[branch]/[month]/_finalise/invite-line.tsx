import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import type { RecordPerson } from '#domain/record/month-record.ts'
import { useDesk } from '../_record/use-desk.ts'
import { useToldAct } from '../_record/use-told-act.ts'
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
  const { desk } = useDesk()
  const { isActing, run } = useToldAct('invite', t('noAnswer'))
  const asked = desk?.invitations.find((each) => each.personId === personId)
  if (asked) {
    const at = { when: when(asked.at), by: asked.by.name }
    return (
      <p className="mt-1 text-ink-3 text-sm">
        {asked.by.personId === me.personId ? t('sent', at) : t('sentBy', at)}
      </p>
    )
  }
  return (
    <Button
      aria-label={t(isAgain ? 'againLabel' : 'label', { name })}
      className="mt-1.75"
      disabledBecause={isActing ? t('sending') : null}
      onClick={() => void run({ kind: 'inviteSignOff', personId }, t('done', { name }))}
      size="sm"
    >
      {t(isAgain ? 'again' : 'first')}
    </Button>
  )
}
