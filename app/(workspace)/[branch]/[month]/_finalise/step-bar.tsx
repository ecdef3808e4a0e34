import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import { type Step, steps } from './use-finalise-view.ts'

interface StepBarProps {
  step: Step
  inTheWay: number
  onChoose: (step: Step) => void
}

/** The three steps as a row to choose from, where they do not fit beside one another. */
export function StepBar({ step, inTheWay, onChoose }: StepBarProps) {
  const t = useTranslations('record.step')
  return (
    <nav
      aria-label={t('label')}
      className="sticky top-0 z-10 grid grid-cols-3 border-line border-b bg-surface lg:hidden"
    >
      {steps.map((each, index) => (
        <button
          aria-current={each === step ? 'step' : undefined}
          className={classNames(
            'flex min-h-11 items-center justify-center gap-1.5 border-y-3 border-transparent px-1 text-sm -outline-offset-3',
            each === step ? 'border-b-accent font-semibold' : 'text-ink-2',
          )}
          key={each}
          onClick={() => onChoose(each)}
          type="button"
        >
          <span className="num">{index + 1}</span> {t(each)}
          {each === 'check' && inTheWay > 0 ? (
            <span className="num rounded-full bg-block-soft px-1.5 font-semibold text-block text-xs">
              {inTheWay}
              <span className="sr-only"> {t('inTheWay')}</span>
            </span>
          ) : null}
        </button>
      ))}
    </nav>
  )
}
