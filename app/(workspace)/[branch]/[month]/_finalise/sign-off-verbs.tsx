import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import type { SignOffView } from '#domain/record/record-desk.ts'
import { useToldAct } from '../_record/use-told-act.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import type { FinaliseView } from './use-finalise-view.ts'

interface SignOffVerbsProps {
  signOff: SignOffView | null
  /** This screen shows what the server has. */
  isSame: boolean
  view: FinaliseView
}

/** For oneself: agree to what is on the screen, or take that back. */
export function SignOffVerbs({ signOff, isSame, view }: SignOffVerbsProps) {
  const t = useTranslations('record.signOff')
  const { right } = usePlanSession()
  const { isActing, run } = useToldAct('sign-off', t('noAnswer'))
  const isCovering = signOff?.covers === true && isSame
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
