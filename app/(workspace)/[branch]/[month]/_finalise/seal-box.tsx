import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { SealWhy } from './seal-why.tsx'
import { SincePress } from './since-press.tsx'
import { useFinalise } from './use-finalise.ts'
import type { FinaliseView, Step } from './use-finalise-view.ts'
import { useWhyClosed } from './use-why-closed.ts'
import { WritingNow } from './writing-now.tsx'

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
  const { isActing, problem, overtaken, press, dialog } = useFinalise(view)
  const why = useWhyClosed(view)
  const closed = isActing ? null : why
  const isClosed = closed !== null || isActing
  const isLooked = overtaken !== null && overtaken.sha256 !== view.shown.sha256
  return (
    <>
      {overtaken ? <SincePress pressed={overtaken} shown={view.shown} /> : null}
      <WritingNow />
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
        {t(isActing ? 'sealing' : isLooked ? 'sealLooked' : 'seal')}
      </button>
      <SealWhy closed={closed} onStep={onStep} problem={problem} />
      {dialog}
    </>
  )
}
