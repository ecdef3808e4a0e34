import { useTranslations } from 'next-intl'
import { MeetingFields } from './meeting-fields.tsx'
import { SealBox } from './seal-box.tsx'
import { SignOffList } from './sign-off-list.tsx'
import { StepHead } from './step-head.tsx'
import type { FinaliseView, Step } from './use-finalise-view.ts'

interface ConfirmStepProps {
  view: FinaliseView
  className: string
  onStep: (step: Step) => void
}

/** Step 3: what was counted at the meeting, what the committee says, and the one button. */
export function ConfirmStep({ view, className, onStep }: ConfirmStepProps) {
  const t = useTranslations('record.step')
  return (
    <section aria-labelledby="step-confirm" className={className}>
      <StepHead id="step-confirm" number={3} title={t('confirm')} />
      <div className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2 pb-3 [scrollbar-width:thin]">
        <MeetingFields view={view} />
        <SignOffList view={view} />
      </div>
      <SealBox onStep={onStep} view={view} />
    </section>
  )
}
