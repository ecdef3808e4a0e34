import type { ReportView } from './advice-view.ts'
import type { NextStep, ReportReason } from './report-words.ts'

/**
 * A member's report as it is written into the task's result when the committee takes it (SPEC Q36). In Vietnamese,
 * whoever takes it: the plan is.
 */
export function reportSentence(
  report: Pick<ReportView, 'outcome' | 'figure' | 'reason' | 'next'>,
): string {
  const next = report.next ? `; đề nghị ${nextWords[report.next]}` : ''
  const because = report.reason ? `: ${reasonWords[report.reason]}` : ''
  switch (report.outcome) {
    case 'done':
      return `Đã xong${next}`
    case 'partly': {
      const figure = report.figure ? ` ${report.figure.done}/${report.figure.of}` : ' một phần'
      return `Xong${figure}${because}${next}`
    }
    case 'notDone':
      return `Chưa xong${because}${next}`
  }
}

const reasonWords: Readonly<Record<ReportReason, string>> = {
  weather: 'do thời tiết',
  householdAway: 'hộ đi vắng',
  noFunds: 'chưa có kinh phí',
  waitingForOthers: 'chờ đơn vị khác',
  otherDuties: 'bận việc khác được giao',
  tooLittleTime: 'không đủ thời gian',
}

const nextWords: Readonly<Record<NextStep, string>> = {
  continue: 'tháng sau làm tiếp',
  moreTime: 'thêm thời gian',
  help: 'có người cùng làm',
  drop: 'thôi việc này',
}
