import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import type { Check } from '#domain/record/check.ts'
import type { CheckWords } from '../_record/use-check-words.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { ChangedGroups } from './changed-groups.tsx'
import { CheckAction } from './check-action.tsx'
import { CheckBox } from './check-box.tsx'
import { GivenWords } from './given-words.tsx'
import { JustifyForm } from './justify-form.tsx'
import type { FinaliseView, Step } from './use-finalise-view.ts'

export interface CheckLineProps {
  check: Check
  words: CheckWords
  view: FinaliseView
  /** The one thing to do next, which carries the filled button. */
  isNext: boolean
  onStep: (step: Step) => void
}

/** One check: what it is, what helps, and for a reason the words that answer it. */
export function CheckLine({ check, words, view, isNext, onStep }: CheckLineProps) {
  const { canEdit } = usePlanSession()
  const [isWriting, setWriting] = useState(false)
  const [isShown, setShown] = useState(false)
  const [isKept, setKept] = useState(false)
  const action = useRef<HTMLDivElement>(null)
  const isReason = check.weight === 'reason'
  const isAnswered = isReason && check.justification !== null
  const isAsked = isReason && canEdit && (!isAnswered || isWriting)
  useEffect(() => {
    // The form that had the focus is gone.
    if (isKept && !isAsked) action.current?.querySelector('button')?.focus()
    if (isKept) setKept(false)
  }, [isKept, isAsked])
  const isOneLine = !(words.sub || isReason || isShown || hasHelp(check.kind))
  return (
    <CheckBox isOneLine={isOneLine} check={check} level={isAnswered ? 'done' : check.weight}>
      <div className={classNames('min-w-0', check.weight === 'note' && 'py-2')}>
        <Said isAnswered={isAnswered} kind={check.kind} words={words} />
        {isAnswered && !isWriting ? <GivenWords check={check} /> : null}
        {isShown ? <ChangedGroups view={view} /> : null}
      </div>
      <div
        ref={action}
        className={classNames(
          'self-center empty:hidden max-sm:col-start-2 max-sm:justify-self-start',
          check.weight === 'note' ? '-my-0.5 max-sm:-ml-3' : 'max-sm:mt-1.5',
        )}
      >
        <CheckAction
          check={check}
          isNext={isNext}
          isShown={isShown}
          onShow={() => setShown(!isShown)}
          onStep={onStep}
          onWrite={isAnswered && canEdit && !isWriting ? () => setWriting(true) : null}
        />
      </div>
      {isAsked ? (
        <JustifyForm
          check={check}
          isNext={isNext}
          onDone={() => {
            setWriting(false)
            setKept(true)
          }}
          onTyping={() => setWriting(true)}
        />
      ) : null}
    </CheckBox>
  )
}

function hasHelp(kind: Check['kind']): kind is 'poorOutsideGroups' | 'unsentChanges' {
  return kind === 'poorOutsideGroups' || kind === 'unsentChanges'
}

interface SaidProps {
  words: CheckWords
  kind: Check['kind']
  isAnswered: boolean
}

/** What is wrong where; and when nobody of the branch can put it right on a screen, who can and how. */
function Said({ words, kind, isAnswered }: SaidProps) {
  const t = useTranslations('record.help')
  return (
    <>
      <p className="leading-tight">
        <b>{words.who}</b> {words.what}
      </p>
      {words.sub ? <p className="text-ink-2 text-sm">{words.sub}</p> : null}
      {hasHelp(kind) && !isAnswered ? <p className="text-ink-2 text-sm">{t(kind)}</p> : null}
    </>
  )
}
