import { useTranslations } from 'next-intl'
import { Button, type ButtonKind } from '#app/_ui/button.tsx'
import type { Check } from '#domain/record/check.ts'
import { useGoToCheck } from '../_record/use-go-to-check.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import type { Step } from './use-finalise-view.ts'

interface CheckActionProps {
  check: Check
  isNext: boolean
  isShown: boolean
  onShow: () => void
  onStep: (step: Step) => void
  /** Writes the words anew that answer it; null when there are none, or not for this person. */
  onWrite: (() => void) | null
}

/** What helps: it leads to the place, from where one comes back to this line. */
export function CheckAction(props: CheckActionProps) {
  const { check, isNext, isShown, onShow, onStep, onWrite } = props
  const t = useTranslations('record.action')
  const { canEdit } = usePlanSession()
  const goTo = useGoToCheck()
  const { at, kind } = check
  if (onWrite) {
    return (
      <Button className="text-accent" kind="quiet" onClick={onWrite}>
        {t('rewrite')}
      </Button>
    )
  }
  if (at.kind === 'history') {
    return (
      <Button aria-expanded={isShown} className="text-accent" kind="quiet" onClick={onShow}>
        {t(isShown ? 'hide' : 'show')}
      </Button>
    )
  }
  if (at.kind === 'outsideGroups' || at.kind === 'person') return null
  const look: ButtonKind = check.weight !== 'block' ? 'quiet' : isNext ? 'primary' : 'secondary'
  const toStep = () => {
    onStep('confirm')
    requestAnimationFrame(() => document.getElementById('sign-offs')?.focus())
  }
  return (
    <Button
      className={look === 'quiet' ? 'text-accent' : undefined}
      kind={look}
      onClick={() => (at.kind === 'signOffs' ? toStep() : goTo(at, check.key))}
    >
      {canEdit ? t(kind) : t('show')}
    </Button>
  )
}
