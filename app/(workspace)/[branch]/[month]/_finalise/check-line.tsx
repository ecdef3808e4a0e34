import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import type { Check } from '#domain/record/check.ts'
import type { CheckWords } from '../_record/use-check-words.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { ChangedGroups } from './changed-groups.tsx'
import { CheckAction } from './check-action.tsx'
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

const boxes = {
  block: 'border-block-line bg-block-soft py-2.25',
  reason: 'border-reason-line bg-reason-soft py-2.25',
  note: 'border-line bg-raised py-1',
  done: 'border-line bg-raised py-2.25',
} as const

/** One check: what it is, what helps, and for a reason the words that answer it. */
export function CheckLine({ check, words, view, isNext, onStep }: CheckLineProps) {
  const { canEdit } = usePlanSession()
  const [isWriting, setWriting] = useState(false)
  const [isShown, setShown] = useState(false)
  const isAnswered = check.weight === 'reason' && check.justification !== null
  const look = isAnswered ? 'done' : check.weight
  const isAsked = check.weight === 'reason' && canEdit && (!isAnswered || isWriting)
  const isSlim = check.weight === 'note'
  return (
    <li
      className={classNames(
        'grid grid-cols-[20px_minmax(0,1fr)_auto] items-start gap-x-2.5 rounded-md border pr-2.5 pl-3',
        boxes[look],
      )}
      data-check={check.key}
    >
      <NoticeIcon className={isSlim ? 'mt-2.25' : 'mt-0.5'} level={look} />
      <div className={classNames('min-w-0', isSlim && 'py-2')}>
        <Said isAnswered={isAnswered} kind={check.kind} words={words} />
        {isAnswered && !isWriting ? <GivenWords check={check} /> : null}
        {isShown ? <ChangedGroups view={view} /> : null}
      </div>
      <div className={classNames('self-center', isSlim && '-my-0.5')}>
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
          key={String(isWriting)}
          onDone={() => setWriting(false)}
        />
      ) : null}
    </li>
  )
}

interface SaidProps {
  words: CheckWords
  kind: Check['kind']
  isAnswered: boolean
}

/** What is wrong where; and when nobody of the branch can put it right on a screen, who can and how. */
function Said({ words, kind, isAnswered }: SaidProps) {
  const t = useTranslations('record.help')
  const hasHelp = kind === 'poorOutsideGroups' || kind === 'unsentChanges'
  return (
    <>
      <p className="leading-tight">
        <b>{words.who}</b> {words.what}
      </p>
      {words.sub ? <p className="text-ink-2 text-sm">{words.sub}</p> : null}
      {hasHelp && !isAnswered ? <p className="text-ink-2 text-sm">{t(kind)}</p> : null}
    </>
  )
}
