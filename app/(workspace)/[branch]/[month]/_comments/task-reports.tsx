import { useTranslations } from 'next-intl'
import type { ShownReport } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { Button } from '#app/_ui/button.tsx'
import { reportSentence } from '#domain/advice/report-sentence.ts'
import type { TaskView } from '#domain/plan-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { latestReports } from './latest-reports.ts'
import { SendingLine } from './sending-line.tsx'
import { useTakeReport } from './use-take-report.ts'

/** What members reported of a task and nobody took into its result yet; one click takes it. */
export function TaskReports({ task, number }: { task: TaskView; number: number }) {
  const { advice } = useAdvice()
  const waiting = latestReports(advice.reports, task.id).filter(({ taken }) => taken === null)
  if (waiting.length === 0) return null
  return (
    <ul className="grid gap-1.5 px-2 pb-1 text-sm leading-tight">
      {waiting.map((report) => (
        <ReportLine key={report.id} number={number} report={report} task={task} />
      ))}
    </ul>
  )
}

interface ReportLineProps {
  report: ShownReport
  task: TaskView
  number: number
}

function ReportLine({ report, task, number }: ReportLineProps) {
  const t = useTranslations('advice.report')
  const { canEdit } = usePlanSession()
  const take = useTakeReport()
  const { name } = report.author
  return (
    <li
      className="grid justify-items-start gap-1 rounded-md bg-note-soft px-2 py-1.5"
      data-report={report.id}
    >
      <span>{t('said', { name, words: reportSentence(report) })}</span>
      <SendingLine sending={report.sending} />
      {canEdit ? (
        <Button
          aria-label={t('takeOf', { name, number })}
          onClick={() => void take(report, task)}
          size="sm"
        >
          {t('take')}
        </Button>
      ) : (
        <span className="text-ink-3">{t('waiting')}</span>
      )}
    </li>
  )
}
