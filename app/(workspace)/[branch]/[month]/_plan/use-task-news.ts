import { useTranslations } from 'next-intl'
import { type FocusEvent, useEffect, useRef } from 'react'
import { showToast } from '#app/_ui/toast.tsx'
import { restoreTask } from '#domain/commands/restore-task.ts'
import type { PlanView } from '#domain/plan-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'
import { taskNews } from './task-news.ts'

const rowId = /^task-(?!title-)(.+)$/

/** Tells a person when the task they write in was taken out, or one that is out was written in. With a way back. */
export function useTaskNews() {
  const t = useTranslations('plan')
  const { doc, canEdit, generation } = usePlanSession()
  const view = usePlanView()
  const seen = useRef<{ view: PlanView; generation: number } | null>(null)
  const writingIn = useRef<string | null>(null)

  useEffect(() => {
    const before = seen.current
    seen.current = { view, generation }
    if (!before || before.generation !== generation || before.view === view || !canEdit) return
    for (const { kind, task } of taskNews(before.view, view, writingIn.current)) {
      showToast({
        id: `${kind}-${task.id}`,
        text: t(`news.${kind}`, { title: task.title || t('task.untitled') }),
        action: {
          label: t('removedTasks.restore'),
          run: () => restoreTask(doc, { taskId: task.id }),
        },
      })
    }
  }, [view, generation, canEdit, doc, t])

  return {
    onFocus(event: FocusEvent) {
      const row = event.target.closest('li[id^="task-"]')
      writingIn.current = rowId.exec(row?.id ?? '')?.[1] ?? null
    },
    onBlur() {
      writingIn.current = null
    },
  }
}
