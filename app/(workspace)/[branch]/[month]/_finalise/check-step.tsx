import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import type { Check } from '#domain/record/check.ts'
import { weights } from '#domain/record/commune-rules.ts'
import { CheckCluster } from './check-cluster.tsx'
import { PassedChecks } from './passed-checks.tsx'
import { StepHead } from './step-head.tsx'
import type { FinaliseView, Step } from './use-finalise-view.ts'
import { useLeftWords } from './use-left-words.ts'
import { useReturn } from './use-return.ts'

interface CheckStepProps {
  view: FinaliseView
  className: string
  onStep: (step: Step) => void
}

const inks = { block: 'text-block', reason: 'text-reason', note: 'text-note' } as const

/** Step 1: what blocks, what must be explained, what is worth knowing; and what is in order. */
export function CheckStep({ view, className, onStep }: CheckStepProps) {
  const t = useTranslations('record.weight')
  const step = useTranslations('record.step')
  const list = useReturn()
  const next = view.inTheWay[0]?.key
  const byWeight = (weight: Check['weight']) => view.checks.filter((each) => each.weight === weight)
  return (
    <section aria-labelledby="step-check" className={className}>
      <StepHead
        end={<Left inTheWay={view.inTheWay} />}
        id="step-check"
        number={1}
        title={step('check')}
      />
      <div
        className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2 pb-2 [scrollbar-width:thin]"
        ref={list}
      >
        {weights
          .filter((weight) => byWeight(weight).length > 0)
          .map((weight) => (
            <section key={weight}>
              <h3 className="mt-3.5 mb-1.5 flex flex-wrap items-baseline gap-x-2 text-base">
                <span className={inks[weight]}>{t(weight)}</span>
                <span className="font-normal text-ink-3 text-sm">{t(`${weight}Means`)}</span>
              </h3>
              <ul className="grid gap-1.5">
                {alike(byWeight(weight)).map((checks) => (
                  <CheckCluster
                    checks={checks}
                    key={checks[0].kind}
                    next={next}
                    onStep={onStep}
                    view={view}
                  />
                ))}
              </ul>
            </section>
          ))}
        <PassedChecks view={view} />
      </div>
    </section>
  )
}

/** By kind, in the order in which the kinds come. */
function alike(checks: readonly Check[]): [Check, ...Check[]][] {
  const byKind = new Map<string, [Check, ...Check[]]>()
  for (const check of checks) {
    const same = byKind.get(check.kind)
    if (same) same.push(check)
    else byKind.set(check.kind, [check])
  }
  return [...byKind.values()]
}

/** How much stands in the way, or that nothing does. */
export function Left({ inTheWay }: { inTheWay: readonly Check[] }) {
  const left = useLeftWords()(inTheWay)
  const t = useTranslations('record.step')
  const isBlocked = inTheWay.some(({ weight }) => weight === 'block')
  const level = isBlocked ? 'block' : left === null ? 'done' : 'reason'
  const ink = { block: 'text-block', reason: 'text-reason', done: 'text-done' }[level]
  return (
    <span className={classNames('inline-flex items-center gap-1.25', ink)} role="status">
      <NoticeIcon level={level} size="sm" />
      {left === null ? t('ready') : t('left', { left })}
    </span>
  )
}
