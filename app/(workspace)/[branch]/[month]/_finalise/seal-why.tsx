import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import type { Step } from './use-finalise-view.ts'
import type { WhyClosed } from './use-why-closed.ts'

interface SealWhyProps {
  closed: WhyClosed | null
  /** What became of the last press. */
  problem: string | null
  onStep: (step: Step) => void
}

/** Under the button: what keeps it closed, else why the press came to nothing. */
export function SealWhy({ closed, problem, onStep }: SealWhyProps) {
  const t = useTranslations('record.seal')
  return (
    <div className="text-sm empty:hidden" id="seal-why" role="status">
      {closed ? (
        <p
          className={classNames(
            'flex items-start gap-1.5 font-medium',
            closed.level === 'block' ? 'text-block' : 'text-reason',
          )}
        >
          <NoticeIcon className="mt-0.5" level={closed.level} size="sm" />
          <span>
            {closed.words}{' '}
            {closed.isChecks ? (
              <button
                className="font-medium text-accent underline underline-offset-3 lg:hidden"
                onClick={() => onStep('check')}
                type="button"
              >
                {t('toChecks')}
              </button>
            ) : null}
          </span>
        </p>
      ) : problem ? (
        <p className="flex items-start gap-1.5 font-medium text-block">
          <NoticeIcon className="mt-0.5" level="block" size="sm" />
          {problem}
        </p>
      ) : null}
    </div>
  )
}
