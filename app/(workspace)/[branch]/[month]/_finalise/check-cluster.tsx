import { ChevronDown } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import type { Check } from '#domain/record/check.ts'
import { useCheckWords } from '../_record/use-check-words.ts'
import { CheckAction } from './check-action.tsx'
import { CheckBox } from './check-box.tsx'
import { CheckLine } from './check-line.tsx'
import type { FinaliseView, Step } from './use-finalise-view.ts'

interface CheckClusterProps {
  /** Of one kind and weight. */
  checks: readonly [Check, ...Check[]]
  view: FinaliseView
  next: string | undefined
  onStep: (step: Step) => void
}

/** From so many alike on, one line says them all; it opens to each. Reasons are given one by one. */
const manyAlike = 4

/** Checks of one kind: each on its line, or many as one with their names. */
export function CheckCluster({ checks, view, next, onStep }: CheckClusterProps) {
  const t = useTranslations('record.cluster')
  const words = useCheckWords(view.roster, view.plan)
  const at = useSearchParams().get('at')
  // Whoever comes back from one of them finds it again.
  const [isOpen, setOpen] = useState(checks.some(({ key }) => key === at))
  const [first] = checks
  const lines = checks.map((check) => (
    <CheckLine
      check={check}
      isNext={check.key === next}
      key={placeKey(check)}
      onStep={onStep}
      view={view}
      words={words(check)}
    />
  ))
  if (checks.length < manyAlike || first.weight === 'reason') return lines
  return (
    <>
      <CheckBox check={first} level={first.weight}>
        <div className={classNames('min-w-0', first.weight === 'note' && 'py-2')}>
          <p className="leading-tight">
            <b>{t(kindOf(first), { count: checks.length })}</b> {words(first).what}
          </p>
          <p className="text-ink-2 text-sm max-sm:hidden">
            {checks.map((each) => words(each).who).join(', ')}
          </p>
          <button
            aria-expanded={isOpen}
            className="inline-flex min-h-hit-sm items-center gap-1 font-medium text-accent text-sm"
            onClick={() => setOpen(!isOpen)}
            type="button"
          >
            {t(isOpen ? 'fewer' : 'each')}
            <ChevronDown
              aria-hidden="true"
              className={classNames('size-4', isOpen && 'rotate-180')}
            />
          </button>
        </div>
        <div className="self-center max-sm:col-start-2 max-sm:mt-1 max-sm:justify-self-start">
          <CheckAction
            check={first}
            isNext={first.key === next}
            isShown={false}
            onShow={() => undefined}
            onStep={onStep}
            onWrite={null}
          />
        </div>
      </CheckBox>
      {isOpen ? lines : null}
    </>
  )
}

/** The same while the matter grows, unlike the check's own key: what is being written about it stays. */
function placeKey({ kind, at }: Check): string {
  return 'id' in at ? `${kind}:${at.id}` : kind
}

function kindOf({ at }: Check): 'group' | 'member' | 'task' | 'other' {
  return at.kind === 'group' || at.kind === 'member' || at.kind === 'task' ? at.kind : 'other'
}
