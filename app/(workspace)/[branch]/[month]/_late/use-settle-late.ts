import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { showToast } from '#app/_ui/toast.tsx'
import { formatMonth } from '#app/_words/format-month.ts'
import { inverseChange } from '#domain/late/inverse-change.ts'
import type { LateItem } from '#domain/late/late-view.ts'
import type { RecordAct } from '#domain/record/record-act.ts'
import { sendAct } from '../_record/desk-link.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { isCarried, useLateCommand } from './use-late-command.ts'

/** Who settles what: a thing of a late edit of a month. */
export interface LateTask {
  lateEditId: string
  item: LateItem
  of: string
}

/**
 * Settling late changes. Taking up asks the server first, where one of two people wins, and only then runs the ordinary
 * command on the plan that is open here; what could not be carried out waits again (SPEC F74).
 */
export function useSettleLate() {
  const t = useTranslations('late')
  const language = useLocale()
  const router = useRouter()
  const { month } = usePlanSession()
  const { standing, run } = useLateCommand(refuse)
  async function post(
    { lateEditId, item }: LateTask,
    verdict: Extract<RecordAct, { kind: 'settleLate' }>['verdict'],
    reason: string | null = null,
  ): Promise<boolean> {
    const taker = verdict === 'takenUp' ? month : null
    const { key } = item
    const act = { kind: 'settleLate', lateEditId, key, verdict, reason, month: taker } as const
    const outcome = await sendAct(act)
    router.refresh()
    if (outcome.kind === 'done') return true
    refuse(outcome.kind === 'refused' ? outcome.message : t('noAnswer'))
    return false
  }

  async function takeUp(task: LateTask): Promise<void> {
    const { change } = task.item
    if (!(await post(task, 'takenUp'))) return
    const isByHand = change.kind === 'prose' || change.kind === 'words'
    const isDone =
      isByHand ||
      standing(task.item.change, task.of) === 'done' ||
      (isCarried(change) && run(change, task.of))
    if (!isDone) {
      await post(task, null)
      return
    }
    showToast({
      id: 'late',
      text: t('tookUp', { month: formatMonth(month, language, 'inside') }),
      action: { label: t('undo'), run: () => void takeBack(task) },
    })
  }

  /** Takes a verdict back, and with it what was taken up as long as the plan still says so. */
  async function takeBack(task: LateTask, wasTakenUpHere = true): Promise<void> {
    const { change } = task.item
    const isThere =
      wasTakenUpHere && isCarried(change) && standing(task.item.change, task.of) === 'done'
    if (isThere && !run(inverseChange(change), task.of)) return
    await post(task, null)
  }

  async function dismiss(task: LateTask, reason: string | null): Promise<boolean> {
    const isDone = await post(task, 'dismissed', reason)
    if (isDone) {
      showToast({
        id: 'late',
        text: t('dismissed'),
        action: { label: t('undo'), run: () => void takeBack(task, false) },
      })
    }
    return isDone
  }

  /** Once more, for what is noted as taken up and is not in the plan. */
  const again = (task: LateTask) => isCarried(task.item.change) && run(task.item.change, task.of)

  return { takeUp, takeBack, dismiss, again }
}

function refuse(text: string): void {
  showToast({ id: 'late', tone: 'block', text })
}
