'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { CheckStep } from './check-step.tsx'
import { ConfirmStep } from './confirm-step.tsx'
import { FinalisedSheet } from './finalised-sheet.tsx'
import { PreviewStep } from './preview-step.tsx'
import { StepBar } from './step-bar.tsx'
import { type Step, useFinaliseView } from './use-finalise-view.ts'

/** Finalising the month: checked, seen as it will be printed, confirmed; side by side where there is room. */
export function FinaliseSheet({ today }: { today: string }) {
  const t = useTranslations('record.sheet')
  const { right } = usePlanSession()
  const { desk, fault } = useDesk()
  if (desk === null) {
    return (
      <main className="grid flex-1 place-items-center text-ink-2" id="content">
        <p role="status">{t(fault ?? 'reading')}</p>
      </main>
    )
  }
  if (desk.status === 'finalised') return <FinalisedSheet desk={desk} />
  if (right === 'view') {
    return (
      <main className="grid flex-1 place-items-center" id="content">
        <EmptyState level={1} title={t('notYetTitle')}>
          {t('notYetText')}
        </EmptyState>
      </main>
    )
  }
  return <Steps today={today} />
}

const column = 'flex min-h-0 flex-col px-4 pt-4 pb-4 lg:px-6'

function Steps({ today }: { today: string }) {
  const [step, setStep] = useState<Step>('check')
  const view = useFinaliseView(today)
  const shownAt = (own: Step) => (own === step ? '' : 'max-lg:hidden')
  return (
    <main
      className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(300px,372px)_minmax(340px,396px)] lg:grid-rows-[minmax(0,1fr)]"
      data-fits
      id="content"
    >
      <StepBar inTheWay={view.inTheWay.length} onChoose={setStep} step={step} />
      <CheckStep className={classNames(column, shownAt('check'))} onStep={setStep} view={view} />
      <PreviewStep
        className={classNames(column, 'bg-sunken lg:border-line lg:border-l', shownAt('preview'))}
        view={view}
      />
      <ConfirmStep
        className={classNames(column, 'bg-surface lg:border-line lg:border-l', shownAt('confirm'))}
        onStep={setStep}
        view={view}
      />
    </main>
  )
}
