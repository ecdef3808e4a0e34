import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useFinalise } from './use-finalise.ts'
import type { FinaliseView, Step } from './use-finalise-view.ts'
import { useLeftWords } from './use-left-words.ts'

/** Who finalises, the button, what keeps it closed, and what comes after. */
export function SealBox({ view, onStep }: { view: FinaliseView; onStep: (step: Step) => void }) {
  const t = useTranslations('record.seal')
  const role = useTranslations('words.role')
  const { me, right } = usePlanSession()
  const { desk } = useDesk()
  const office = desk?.committee.find(({ personId }) => personId === me.personId)?.office ?? null
  if (right !== 'finalise') {
    return (
      <div className="grid gap-1 rounded-lg border border-line bg-raised p-4 text-sm">
        <p className="font-semibold">{t('others')}</p>
        <p className="text-ink-2">{t('othersHint')}</p>
      </div>
    )
  }
  return (
    <div className="grid gap-2.5 rounded-lg border border-line bg-raised p-4">
      <p className="leading-tight">
        <span className="block text-ink-3 text-sm">{t('by')}</span>
        <b className="text-lg">{me.name}</b> {office ? role(office) : null}
      </p>
      <SealButton onStep={onStep} view={view} />
      <p className="text-ink-2 text-sm">{t('after')}</p>
    </div>
  )
}

function SealButton({ view, onStep }: { view: FinaliseView; onStep: (step: Step) => void }) {
  const t = useTranslations('record.seal')
  const { isActing, problem, press, dialog } = useFinalise(view)
  const why = useWhyClosed(view)
  const closed = isActing ? null : why
  const isClosed = closed !== null || isActing
  return (
    <>
      <button
        aria-describedby="seal-why"
        aria-disabled={isClosed || undefined}
        className={classNames(
          'inline-flex min-h-12 w-full items-center justify-center gap-2 rounded-md border px-3 font-semibold text-lg transition-colors [&_svg]:size-5',
          isClosed
            ? 'cursor-not-allowed border-line bg-sunken text-ink-3'
            : 'border-accent bg-accent text-on-accent hover:bg-accent-hover',
        )}
        onClick={isClosed ? undefined : press}
        type="button"
      >
        <Lock aria-hidden="true" />
        {t(isActing ? 'sealing' : 'seal')}
      </button>
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
      {dialog}
    </>
  )
}

/** The first thing that keeps the button closed, in the order in which one comes to it. */
function useWhyClosed({ inTheWay, meetingFault, isSaved }: FinaliseView) {
  const t = useTranslations('record.seal')
  const left = useLeftWords()(inTheWay)
  const { acting, unkept } = useDesk()
  if (left !== null) {
    const level: 'block' | 'reason' = inTheWay.some(({ weight }) => weight === 'block')
      ? 'block'
      : 'reason'
    return { level, words: t('left', { left }), isChecks: true }
  }
  if (meetingFault === 'missing') {
    return { level: 'reason' as const, words: t('meetingMissing'), isChecks: false }
  }
  if (meetingFault !== null) {
    return { level: 'block' as const, words: t('meetingWrong'), isChecks: false }
  }
  // What is being written goes into the record first.
  if (unkept.size > 0) return { level: 'reason' as const, words: t('unkept'), isChecks: false }
  if (acting > 0) return { level: 'reason' as const, words: t('keeping'), isChecks: false }
  if (!isSaved) return { level: 'reason' as const, words: t('notSaved'), isChecks: false }
  return null
}
