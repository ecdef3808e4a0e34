'use client'
import { useTranslations } from 'next-intl'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { ReportLine } from './report-line.tsx'

/** What the members reported on a task, each one's last word. `names` are members by id. */
export interface ReportsOfTaskProps {
  taskId: string
  names: Readonly<Record<string, string>>
}

export function ReportsOfTask({ taskId, names }: ReportsOfTaskProps) {
  const t = useTranslations('light.live.report')
  const { advice } = useAdvice()
  const last = new Map(
    advice.reports
      .filter((report) => report.taskId === taskId)
      .map((report) => [report.memberId, report]),
  )
  if (last.size === 0) return null
  return (
    <section>
      <h2 className="pt-4 pb-2 text-base">{t('title')}</h2>
      <div className="grid gap-2.5">
        {[...last.values()].map((report) => (
          <div key={report.id}>
            <p className="pb-1 text-ink-2 text-sm">
              {names[report.memberId] ?? report.author.name}
            </p>
            <ReportLine report={report} />
          </div>
        ))}
      </div>
    </section>
  )
}
