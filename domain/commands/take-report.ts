import type * as Y from 'yjs'
import type { ReportView } from '../advice/advice-view.ts'
import { reportSentence } from '../advice/report-sentence.ts'
import type { ReportOutcome } from '../advice/report-words.ts'
import { DomainError } from '../errors.ts'
import { ownMove } from '../plan-doc.ts'
import type { TaskView } from '../plan-view.ts'
import { readPlan } from '../read-plan.ts'
import type { TaskStatus } from '../vocabulary.ts'
import { editTaskText } from './edit-task-text.ts'
import { setTaskStatus } from './set-task-status.ts'

/** What a task said before a report was taken into it. */
export type TaskBefore = Pick<TaskView, 'status' | 'result'>

/**
 * Takes a member's report into a task: its status, and a sentence behind what its result says already (SPEC Q36).
 * Gives back what the task said before. Throws `unknownTask`, `textTooLong`.
 */
export function takeReport(
  doc: Y.Doc,
  input: { taskId: string; report: Pick<ReportView, 'outcome' | 'figure' | 'reason' | 'next'> },
  origin: unknown = ownMove,
): TaskBefore {
  const { taskId, report } = input
  const task = readPlan(doc).tasks.find(({ id }) => id === taskId)
  if (!task) throw new DomainError('unknownTask')
  const before = { status: task.status, result: task.result }
  const sentence = reportSentence(report)
  const isSaid = task.result.includes(sentence)
  const text = isSaid ? task.result : [task.result.trim(), sentence].filter(Boolean).join('. ')
  doc.transact(() => {
    editTaskText(doc, { taskId, key: 'result', text }, origin)
    setTaskStatus(doc, { taskId, status: statusAfter[report.outcome] }, origin)
  }, origin)
  return before
}

const statusAfter: Readonly<Record<ReportOutcome, TaskStatus>> = {
  done: 'done',
  partly: 'doing',
  notDone: 'notDone',
}
