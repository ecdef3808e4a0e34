'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { buttonLook } from '#app/_ui/button.tsx'
import {
  type NextStep,
  nextSteps,
  type ReportOutcome,
  type ReportReason,
  reportOutcomes,
  reportReasons,
} from '#domain/advice/report-words.ts'
import { Choices } from './choices.tsx'
import { CountFields, countOf, type Figure, isFigure } from './count-fields.tsx'
import { ReportLine } from './report-line.tsx'

/** A member says what became of a task of their own. What was said before can be said anew. */
export function ReportForm({ taskId, myId }: { taskId: string; myId: string }) {
  const t = useTranslations('light.live.report')
  const { advice } = useAdvice()
  const [isOpen, setOpen] = useState(false)
  const last = advice.reports.findLast(
    (report) => report.taskId === taskId && report.author.personId === myId,
  )
  if (!last || isOpen) return <Fields onSent={() => setOpen(false)} taskId={taskId} />
  return (
    <div className="grid gap-3">
      <ReportLine report={last} />
      <button
        className={`${buttonLook()} min-h-11 justify-self-start`}
        onClick={() => setOpen(true)}
        type="button"
      >
        {t('anew')}
      </button>
    </div>
  )
}

function Fields({ taskId, onSent }: { taskId: string; onSent: () => void }) {
  const t = useTranslations('light.live.report')
  const { store } = useAdvice()
  const [outcome, setOutcome] = useState<ReportOutcome | null>(null)
  const [figure, setFigure] = useState<Figure>({ done: '', of: '' })
  const [reason, setReason] = useState<ReportReason | null>(null)
  const [next, setNext] = useState<NextStep | null>(null)
  const lacks = missing(outcome, figure, reason)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (outcome === null || lacks !== null) return
    store.do({
      kind: 'report',
      taskId,
      outcome,
      figure: outcome === 'partly' ? countOf(figure) : null,
      reason: outcome === 'notDone' ? reason : null,
      next: outcome === 'done' ? null : next,
    })
    onSent()
  }
  return (
    <form
      className="grid gap-4 rounded-lg border border-line bg-raised px-3.5 pt-3 pb-4"
      onSubmit={send}
    >
      <Choices
        legend={t('outcome')}
        onChoose={setOutcome}
        options={reportOutcomes}
        value={outcome}
        wordOf={(name) => t(`outcomes.${name}`)}
      />
      {outcome === 'partly' && <CountFields figure={figure} onChange={setFigure} />}
      {outcome === 'notDone' && (
        <Choices
          legend={t('reason')}
          onChoose={setReason}
          options={reportReasons}
          value={reason}
          wordOf={(name) => t(`reasons.${name}`)}
        />
      )}
      {(outcome === 'notDone' || outcome === 'partly') && (
        <Choices
          legend={t('next')}
          onChoose={setNext}
          options={nextSteps}
          value={next}
          wordOf={(name) => t(`steps.${name}`)}
        />
      )}
      <SendLine lacks={lacks} />
    </form>
  )
}

function SendLine({ lacks }: { lacks: ReturnType<typeof missing> }) {
  const t = useTranslations('light.live.report')
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <button
        aria-disabled={lacks !== null}
        className={`${buttonLook('primary')} min-h-11 aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-3`}
        type="submit"
      >
        {t('send')}
      </button>
      {lacks && <span className="text-ink-2 text-sm">{t(`lacks.${lacks}`)}</span>}
    </div>
  )
}

function missing(
  outcome: ReportOutcome | null,
  figure: Figure,
  reason: ReportReason | null,
): null | 'outcome' | 'figure' | 'reason' {
  if (outcome === null) return 'outcome'
  if (outcome === 'partly' && !isFigure(figure)) return 'figure'
  return outcome === 'notDone' && reason === null ? 'reason' : null
}
