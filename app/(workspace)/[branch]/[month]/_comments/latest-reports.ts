import type { ReportView } from '#domain/advice/advice-view.ts'

/** Of each member's reports on a task the newest counts (SPEC Q36); the order is that of time. */
export function latestReports<Report extends Pick<ReportView, 'taskId' | 'memberId' | 'at'>>(
  reports: readonly Report[],
  taskId: string,
): Report[] {
  const newest = new Map<string, Report>()
  for (const report of reports) {
    if (report.taskId !== taskId) continue
    const known = newest.get(report.memberId)
    if (!known || known.at <= report.at) newest.set(report.memberId, report)
  }
  return [...newest.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}
