import { useLocale, useTranslations } from 'next-intl'
import type { ShownReport } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { showToast } from '#app/_ui/toast.tsx'
import { editTaskText } from '#domain/commands/edit-task-text.ts'
import { setTaskStatus } from '#domain/commands/set-task-status.ts'
import { type TaskBefore, takeReport } from '#domain/commands/take-report.ts'
import { errorText } from '#domain/error-texts.ts'
import { DomainError } from '#domain/errors.ts'
import { ownMove } from '#domain/plan-doc.ts'
import type { TaskView } from '#domain/plan-view.ts'
import { usePlanSession, usePlanStore } from '../_session/plan-session.tsx'
import { doAtOnce } from './do-at-once.ts'

/** Takes a report into its task: the server first, where one of two editors wins, then the command. */
export function useTakeReport(): (report: ShownReport, task: TaskView) => Promise<void> {
  const t = useTranslations('advice.report')
  const language = useLocale()
  const { store } = useAdvice()
  const { doc } = usePlanSession()
  const { undo } = usePlanStore().live
  const refuse = (text: string) => showToast({ id: 'report', tone: 'block', text })
  const giveBack = (reportId: string) => void store.do({ kind: 'take', reportId, taken: false })

  function putBack(report: ShownReport, taskId: string, before: TaskBefore): void {
    doc.transact(() => {
      editTaskText(doc, { taskId, key: 'result', text: before.result })
      setTaskStatus(doc, { taskId, status: before.status })
    }, ownMove)
    giveBack(report.id)
  }

  return async (report, { id: taskId }) => {
    const id = crypto.randomUUID()
    const claim = await doAtOnce({ kind: 'take', id, reportId: report.id, taken: true })
    void store.refresh()
    if (!claim.isDone) return refuse(claim.message ?? t('noAnswer'))
    try {
      undo.stopCapturing()
      const before = takeReport(doc, { taskId, report })
      undo.stopCapturing()
      showToast({
        id: 'report',
        text: t('taken', { name: report.author.name }),
        action: { label: t('undo'), run: () => putBack(report, taskId, before) },
      })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      giveBack(report.id)
      refuse(errorText(error.code, language, error.details))
    }
  }
}
